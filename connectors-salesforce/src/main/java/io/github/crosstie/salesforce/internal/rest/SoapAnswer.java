package io.github.crosstie.salesforce.internal.rest;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the SOAP API answers: an outcome for each record, or a fault.
 *
 * @param outcomes the outcomes, in the order in which the records were named
 * @param fault why nothing was done; empty if there are outcomes
 */
record SoapAnswer(List<RecordCollections.Saved> outcomes, Optional<RestError> fault) {

    private static final String RESULT = "result";
    private static final String FAULT = "Fault";

    SoapAnswer {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Reads an envelope, by the JDK's own parser, without document types and what they could lead to.
     *
     * @throws XMLStreamException if it is none
     */
    static SoapAnswer read(byte[] content) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            return read(reader);
        } finally {
            reader.close();
        }
    }

    private static SoapAnswer read(XMLStreamReader reader) throws XMLStreamException {
        List<RecordCollections.Saved> outcomes = new ArrayList<>();
        Optional<RestError> fault = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("an envelope has no document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (reader.getLocalName().equals(RESULT)) {
                    outcomes.add(outcome(texts(reader, RESULT)));
                } else if (reader.getLocalName().equals(FAULT)) {
                    fault = Optional.of(fault(texts(reader, FAULT)));
                }
            }
        }
        return new SoapAnswer(outcomes, fault);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The first text of each name within an element. */
    private static Map<String, String> texts(XMLStreamReader reader, String element) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals(element)) {
                    return texts;
                }
                texts.putIfAbsent(reader.getLocalName(), text.toString().strip());
                text.setLength(0);
            }
        }
    }

    private static RecordCollections.Saved outcome(Map<String, String> texts) {
        String id = texts.getOrDefault("id", "");
        List<RestError> errors = texts.getOrDefault("success", "").equals("true")
                ? List.of()
                : List.of(new RestError(
                        texts.getOrDefault("statusCode", "UNKNOWN"), texts.getOrDefault("message", ""), List.of()));
        return new RecordCollections.Saved(id.isEmpty() ? null : id, false, errors);
    }

    private static RestError fault(Map<String, String> texts) {
        String code = texts.getOrDefault("faultcode", "UNKNOWN");
        return new RestError(code.substring(code.indexOf(':') + 1), texts.getOrDefault("faultstring", ""), List.of());
    }
}
