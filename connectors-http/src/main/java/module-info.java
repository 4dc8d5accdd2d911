/** One request and its whole answer over the host's HTTP client, for the connectors alone. */
@SuppressWarnings("module") // the connectors are built after this one
module io.github.crosstie.http {
    requires transitive io.github.crosstie.core;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports io.github.crosstie.http.internal to
            io.github.crosstie.graph,
            io.github.crosstie.salesforce;
}
