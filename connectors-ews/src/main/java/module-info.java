/** The mail side over Exchange: contacts and calendars of mailboxes over Exchange Web Services. */
module io.github.crosstie.ews {
    requires transitive io.github.crosstie.core;
    requires transitive java.net.http;
    requires transitive java.security.jgss;
    requires java.security.sasl;
    requires java.xml;
    requires org.slf4j;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;

    exports io.github.crosstie.ews;
    exports io.github.crosstie.ews.auth;
    exports io.github.crosstie.ews.autodiscover;
}
