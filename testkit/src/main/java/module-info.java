/**
 * For authors of tests and of connectors: contract tests for endpoints, targets and stores, servers on this machine, a clock
 * that is set by hand, fixtures.
 */
module io.github.crosstie.testkit {
    requires static transitive org.jspecify;
    requires transitive io.github.crosstie.core;
    requires transitive io.github.crosstie.engagement;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires jdk.httpserver;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;

    exports io.github.crosstie.testkit;
    exports io.github.crosstie.testkit.engagement;
    exports io.github.crosstie.testkit.exchange;
    exports io.github.crosstie.testkit.graph;
    exports io.github.crosstie.testkit.salesforce;
    exports io.github.crosstie.testkit.simulator;
}
