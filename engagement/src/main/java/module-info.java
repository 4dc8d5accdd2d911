/** User Sync for Account Engagement: a CRM's users and the users of its business units in step. */
module io.github.crosstie.engagement {
    requires transitive io.github.crosstie.core;
    requires transitive java.net.http;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.crosstie.engagement;
    exports io.github.crosstie.engagement.user;
    exports io.github.crosstie.engagement.connector;
    exports io.github.crosstie.engagement.api;
    exports io.github.crosstie.engagement.state;
    exports io.github.crosstie.engagement.plan;
    exports io.github.crosstie.engagement.guard;
    exports io.github.crosstie.engagement.planner;
    exports io.github.crosstie.engagement.apply;
    exports io.github.crosstie.engagement.report;
    exports io.github.crosstie.engagement.memory;
    exports io.github.crosstie.engagement.legacy;
    exports io.github.crosstie.engagement.json;
}
