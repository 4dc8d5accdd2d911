/**
 * For authors of tests and of connectors: contract tests for endpoints and stores, a clock that is set by hand, fixtures.
 */
module io.github.crosstie.testkit {
    requires static transitive org.jspecify;
    requires transitive io.github.crosstie.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;

    exports io.github.crosstie.testkit;
    exports io.github.crosstie.testkit.simulator;
}
