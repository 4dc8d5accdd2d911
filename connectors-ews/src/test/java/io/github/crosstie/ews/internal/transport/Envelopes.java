package io.github.crosstie.ews.internal.transport;

/** What servers answer in tests. */
final class Envelopes {

    private Envelopes() {}

    /** The answer to an operation that says nothing but a word. */
    static String saying(String word) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
                <m:Answer xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">%s</m:Answer>\
                </s:Body></s:Envelope>""".formatted(word);
    }

    /** A fault with a code and what comes along. */
    static String fault(String code, String messageXml) {
        String fault = """
                <?xml version="1.0" encoding="utf-8"?>
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
                  xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors"
                  xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><s:Body><s:Fault>
                <faultcode>t:%s</faultcode><faultstring>The server cannot.</faultstring><detail>
                <e:ResponseCode>%s</e:ResponseCode><e:Message>The server cannot.</e:Message>
                <t:MessageXml>%s</t:MessageXml></detail></s:Fault></s:Body></s:Envelope>""";
        return fault.formatted(code, code, messageXml);
    }

    /** How long a busy server wants to be left alone. */
    static String backOff(long milliseconds) {
        return "<t:Value Name=\"BackOffMilliseconds\">" + milliseconds + "</t:Value>";
    }
}
