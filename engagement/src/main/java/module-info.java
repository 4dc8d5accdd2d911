/** User Sync for Account Engagement: a CRM's users and the users of its business units in step. */
module io.github.crosstie.engagement {
    requires transitive io.github.crosstie.core;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.crosstie.engagement.user;
    exports io.github.crosstie.engagement.connector;
    exports io.github.crosstie.engagement.api;
}
