package io.github.crosstie.salesforce.internal.rest;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.WebRequest;
import io.github.crosstie.http.internal.WebResponse;
import io.github.crosstie.salesforce.auth.AccessToken;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Takes records out of the recycle bin: the one call for which REST has no counterpart, so it is made to the SOAP API, by the same session.
 */
public final class Undelete {

    /** How many records one call takes at most. */
    public static final int MOST_RECORDS = 200;

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String API = "urn:partner.soap.sforce.com";

    private static final int FAULT_STATUS = 500;
    private static final Set<ErrorKind> LASTING =
            Set.of(ErrorKind.RECORD, ErrorKind.RIGHTS, ErrorKind.GONE, ErrorKind.DUPLICATE);

    private final SalesforceRest rest;

    /**
     * Restores records of one organization.
     *
     * @param rest its API
     */
    public Undelete(SalesforceRest rest) {
        this.rest = rest;
    }

    /**
     * Restores records, each by itself.
     *
     * @param ids at most {@link #MOST_RECORDS}
     * @return what became of each, in order
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<RecordCollections.Saved> run(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        RestRequest request = RestRequest.write(
                "undelete " + ids.size() + " records", "POST", rest.version().soapPath(), null);
        WebResponse response = rest.signedIn(request, session -> web(request, session, ids), Undelete::isRefused);
        SoapAnswer answer = answer(request, response);
        List<RestError> fault = answer.fault().stream().toList();
        if (!response.isSuccess() || !fault.isEmpty()) {
            // Every fault comes with the status of a broken server, also one that is the same the next time.
            if (answer.fault().filter(Undelete::isLasting).isPresent() && response.status() <= FAULT_STATUS) {
                throw RestTrouble.unexpected(request, response.status(), fault);
            }
            rest.throwTrouble(request, response, fault);
            throw RestTrouble.unexpected(request, response.status(), fault);
        }
        if (answer.outcomes().size() != ids.size()) {
            throw AnswerLost.mark(new ContractBrokenException(
                    request.name() + ": " + answer.outcomes().size()
                            + " outcomes came back; report it, with what stands between here and Salesforce"));
        }
        return answer.outcomes();
    }

    private static boolean isRefused(WebResponse response) {
        return response.status() == RestTrouble.UNAUTHORIZED
                || parsed(response)
                        .flatMap(SoapAnswer::fault)
                        .filter(fault -> fault.kind() == ErrorKind.SESSION)
                        .isPresent();
    }

    private static boolean isLasting(RestError fault) {
        return LASTING.contains(fault.kind());
    }

    private static Optional<SoapAnswer> parsed(WebResponse response) {
        try {
            return Optional.of(SoapAnswer.read(response.content()));
        } catch (XMLStreamException e) {
            // A page of a gateway's: its status tells what it means.
            return Optional.empty();
        }
    }

    private SoapAnswer answer(RestRequest request, WebResponse response) {
        Optional<SoapAnswer> answer = parsed(response);
        if (answer.isEmpty() && !response.isSuccess()) {
            rest.throwTrouble(request, response, List.of());
        }
        return answer.orElseThrow(() -> AnswerLost.mark(new UnavailableException(request.name() + ": status "
                + response.status() + " with an answer that is no envelope, as a gateway gives; try again later")));
    }

    private static WebRequest web(RestRequest request, AccessToken session, List<String> ids) {
        return new WebRequest(
                request.name(),
                request.verb(),
                session.instance().resolve(request.path()),
                Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "\"\""),
                envelope(session, ids),
                request.isReading());
    }

    private static String envelope(AccessToken session, List<String> ids) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartElement("s", "Envelope", SOAP);
            writer.writeNamespace("s", SOAP);
            writer.writeNamespace("u", API);
            writer.writeStartElement("s", "Header", SOAP);
            writer.writeStartElement("u", "SessionHeader", API);
            write(writer, "sessionId", session.value());
            writer.writeEndElement();
            writer.writeEndElement();
            writer.writeStartElement("s", "Body", SOAP);
            writer.writeStartElement("u", "undelete", API);
            for (String id : ids) {
                write(writer, "ids", id);
            }
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an envelope of texts could not be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter writer, String name, String value) throws XMLStreamException {
        writer.writeStartElement("u", name, API);
        writer.writeCharacters(value);
        writer.writeEndElement();
    }
}
