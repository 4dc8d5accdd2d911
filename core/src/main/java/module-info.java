/**
 * The library: model, resolution, conflict detection, engine, SPIs and in-memory implementations. Pure: no network, no
 * files, no clock of its own.
 *
 * <p>Three promises hold for every type that does not say otherwise. What is a record, an enum or a sealed case is immutable, copies the
 * collections that it is given, and is safe to share between threads; a class of static methods keeps no state; a builder is for one
 * thread. Nothing is null, as argument, component or answer, unless it is marked
 * {@link org.jspecify.annotations.Nullable @Nullable}. Misuse is an {@link IllegalArgumentException} whose message says what to do
 * instead.
 */
@SuppressWarnings("module") // the modules that see internal packages are built after this one
module io.github.crosstie.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports io.github.crosstie;
    exports io.github.crosstie.log;
    exports io.github.crosstie.fault;
    exports io.github.crosstie.item;
    exports io.github.crosstie.directory;
    exports io.github.crosstie.configuration;
    exports io.github.crosstie.assignment;
    exports io.github.crosstie.role;
    exports io.github.crosstie.conflict;
    exports io.github.crosstie.connector;
    exports io.github.crosstie.diff;
    exports io.github.crosstie.state;
    exports io.github.crosstie.plan;
    exports io.github.crosstie.apply;
    exports io.github.crosstie.dispatch;
    exports io.github.crosstie.move;
    exports io.github.crosstie.report;
    exports io.github.crosstie.page;
    exports io.github.crosstie.memory;
    exports io.github.crosstie.json;
    exports io.github.crosstie.internal.exchange to
            io.github.crosstie.ews,
            io.github.crosstie.graph;
    exports io.github.crosstie.internal.log to
            io.github.crosstie.ews,
            io.github.crosstie.store.jdbc;
    exports io.github.crosstie.internal.measure to
            io.github.crosstie.testkit;
}
