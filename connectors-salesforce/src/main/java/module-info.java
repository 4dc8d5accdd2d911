/** The CRM side over Salesforce: contacts, events, the directory, and what its own sync products leave behind. */
module io.github.crosstie.salesforce {
    requires transitive io.github.crosstie.core;
    requires java.xml;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires io.github.crosstie.http;
    requires static transitive org.jspecify;

    exports io.github.crosstie.salesforce;
    exports io.github.crosstie.salesforce.auth;
}
