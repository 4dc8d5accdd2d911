/** State that outlives the process, in a database of the host's. */
@SuppressWarnings("requires-automatic") // db-scheduler, for those who cluster
module io.github.crosstie.store.jdbc {
    requires transitive io.github.crosstie.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static com.github.kagkarlsson.scheduler;
    requires static transitive org.jspecify;

    exports io.github.crosstie.store.jdbc;
    exports io.github.crosstie.store.jdbc.cluster;
}
