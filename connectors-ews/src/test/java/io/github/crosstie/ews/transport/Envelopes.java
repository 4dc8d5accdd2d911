package io.github.crosstie.ews.transport;

/** What servers answer in tests. */
final class Envelopes {

    private Envelopes() {}

    /** The answer to an operation that says nothing but a word. */
    static String saying(String word) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
                <m:Answer xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">%s</m:Answer>\
                </s:Body></s:Envelope>"""
                .formatted(word);
    }

    /** A fault with a code and what comes along. */
    static String fault(String code, String messageXml) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>\
                <faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:%s</faultcode>\
                <faultstring>The server cannot.</faultstring><detail>\
                <e:ResponseCode xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">%s</e:ResponseCode>\
                <e:Message xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors">The server cannot.</e:Message>\
                <t:MessageXml xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">%s</t:MessageXml>\
                </detail></s:Fault></s:Body></s:Envelope>"""
                .formatted(code, code, messageXml);
    }

    /** How long a busy server wants to be left alone. */
    static String backOff(long milliseconds) {
        return "<t:Value Name=\"BackOffMilliseconds\">" + milliseconds + "</t:Value>";
    }
}
