/** Salesforce: an organisation's directory read from query results. */
module io.github.crosstie.salesforce {
    requires transitive io.github.crosstie.core;
    requires com.fasterxml.jackson.core;
    requires static transitive org.jspecify;

    exports io.github.crosstie.salesforce;
}
