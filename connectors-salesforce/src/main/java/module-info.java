/** The Salesforce side: an organization's directory, and what its own sync products leave behind. */
module io.github.crosstie.salesforce {
    requires transitive io.github.crosstie.core;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.crosstie.salesforce;
}
