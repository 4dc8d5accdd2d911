/**
 * The library: model, resolution, conflict detection, engine, SPIs and in-memory implementations. Pure: no network, no
 * files, no clock of its own.
 */
module io.github.crosstie.core {
    requires static transitive org.jspecify;

    exports io.github.crosstie.fault;
    exports io.github.crosstie.item;
    exports io.github.crosstie.directory;
    exports io.github.crosstie.configuration;
    exports io.github.crosstie.assignment;
    exports io.github.crosstie.role;
    exports io.github.crosstie.conflict;
}
