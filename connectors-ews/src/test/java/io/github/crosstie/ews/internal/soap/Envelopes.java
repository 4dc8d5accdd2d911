package io.github.crosstie.ews.internal.soap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Envelopes as Exchange writes them. */
public final class Envelopes {

    private Envelopes() {}

    public static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"" + Space.SOAP.uri() + "\" xmlns:m=\""
                + Space.MESSAGES.uri() + "\" xmlns:t=\"" + Space.TYPES.uri() + "\" xmlns:e=\"" + Space.ERRORS.uri()
                + "\"><s:Header>" + header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    public static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the text of the body's child. */
    static Answer<String> read(String body) {
        return Envelope.read(stream(envelope("", body)), XmlInput::text);
    }

    static String value(String name, String value) {
        return "<t:Value Name=\"" + name + "\">" + value + "</t:Value>";
    }

    static Trouble faultOf(String code, String messageXml) {
        Answer<String> answer = read("<s:Fault><faultcode>a:" + code
                + "</faultcode><faultstring>no</faultstring><detail>"
                + "<e:ResponseCode>" + code + "</e:ResponseCode><e:Message>no</e:Message><t:MessageXml>" + messageXml
                + "</t:MessageXml></detail></s:Fault>");
        if (answer instanceof Answer.Fault<String> fault) {
            return fault.trouble();
        }
        throw new AssertionError("no fault: " + answer);
    }

    static ResponseMessage messageOf(String code, String messageXml) {
        return message(code.equals("NoError") ? "Success" : "Error", code, messageXml);
    }

    static ResponseMessage message(String responseClass, String code, String messageXml) {
        String document = envelope(
                "",
                "<m:GetItemResponse><m:ResponseMessages><m:GetItemResponseMessage ResponseClass=\"" + responseClass
                        + "\"><m:MessageText>no</m:MessageText><m:ResponseCode>" + code
                        + "</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey><m:MessageXml>" + messageXml
                        + "</m:MessageXml><m:Items/></m:GetItemResponseMessage></m:ResponseMessages></m:GetItemResponse>");
        ResponseMessage[] read = new ResponseMessage[1];
        Envelope.read(stream(document), response -> {
            ResponseMessage.each(response, message -> read[0] = ResponseMessage.read(message, XmlInput::skip));
            return "";
        });
        return read[0];
    }
}
