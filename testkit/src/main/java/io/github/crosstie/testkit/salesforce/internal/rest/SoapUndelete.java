package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.RecordId;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code /services/Soap/u/67.0}, the one call that REST has no counterpart of: {@code undelete}, which takes up to 200
 * records out of the recycle bin, each with an outcome of its own. Thread-safe.
 */
public final class SoapUndelete {

    private static final int MOST_RECORDS = 200;

    /** What was asked. */
    private record Call(String session, String operation, List<String> ids) {}

    private final Database database;
    private final RecordWriter writer;
    private final UnaryOperator<String> userOfSession;

    /** Asks for the user of a session. */
    public SoapUndelete(Database database, RecordWriter writer, UnaryOperator<String> userOfSession) {
        this.database = database;
        this.writer = writer;
        this.userOfSession = userOfSession;
    }

    /** Answers an envelope. */
    public ApiResponse answer(String envelope) {
        synchronized (database) {
            try {
                Call call = read(envelope);
                Actor actor = Actor.client(userOfSession.apply(call.session()));
                if (!"undelete".equals(call.operation())) {
                    throw new Refusal("INVALID_OPERATION", "of the SOAP API there is undelete alone here");
                }
                if (call.ids().size() > MOST_RECORDS) {
                    throw new Refusal(
                            "EXCEEDED_ID_LIMIT",
                            "record limit reached. cannot submit more than 200 records into this call");
                }
                StringBuilder results = new StringBuilder();
                call.ids().forEach(id -> results.append(result(id, actor)));
                return envelope(200, "<undeleteResponse>" + results + "</undeleteResponse>");
            } catch (Refusal refusal) {
                return envelope(
                        500,
                        "<soapenv:Fault><faultcode>sf:" + refusal.code() + "</faultcode><faultstring>" + refusal.code()
                                + ": " + escaped(refusal.text()) + "</faultstring></soapenv:Fault>");
            }
        }
    }

    private String result(String given, Actor actor) {
        try {
            String id = RecordId.read(given).orElseThrow(() -> new Refusal("MALFORMED_ID", "malformed id " + given));
            writer.undelete(id, actor);
            return "<result><id>" + id + "</id><success>true</success></result>";
        } catch (Refusal refusal) {
            return "<result><errors><message>" + escaped(refusal.text()) + "</message><statusCode>" + refusal.code()
                    + "</statusCode></errors><id>" + escaped(given) + "</id><success>false</success></result>";
        }
    }

    private static Call read(String envelope) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String session = "";
        String operation = "";
        List<String> ids = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(envelope));
            String parent = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (name.equals("sessionId")) {
                        session = reader.getElementText();
                    } else if (name.equals("ids")) {
                        ids.add(reader.getElementText().strip());
                    } else if (parent.equals("Body")) {
                        operation = name;
                    }
                    parent = name;
                }
            }
        } catch (XMLStreamException unreadable) {
            throw new Refusal("UNKNOWN_EXCEPTION", "the envelope is no XML");
        }
        return new Call(session, operation, ids);
    }

    private static ApiResponse envelope(int status, String content) {
        return ApiResponse.text(
                status,
                "text/xml;charset=UTF-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
                        + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\" xmlns=\"urn:partner.soap.sforce.com\">"
                        + "<soapenv:Body>" + content + "</soapenv:Body></soapenv:Envelope>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
