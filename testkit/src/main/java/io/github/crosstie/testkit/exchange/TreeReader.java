package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads documents into trees. Document types and external entities are refused. */
final class TreeReader {

    private static final Map<String, String> PREFIXES =
            Map.of(Xml.SOAP, "soap:", Xml.TYPES, "t:", Xml.MESSAGES, "m:", Xml.ERRORS, "e:");

    private TreeReader() {}

    static Tree read(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(Xml.asVersion11(document)));
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type is not allowed in an envelope");
            }
        }
        return element(reader);
    }

    /** Reads what stands inside of an element of the types. */
    static List<Tree> fragment(String text) {
        try {
            return read("<t:x xmlns:t=\"" + Xml.TYPES + "\">" + text + "</t:x>").children();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(
                    "value: it is no XML that could stand in an element; write tags with the prefix t, escape < and &",
                    e);
        }
    }

    private static Tree element(XMLStreamReader reader) throws XMLStreamException {
        String name = name(reader);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Tree> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new Tree(name, attributes, children.isEmpty() ? text.toString() : "", List.copyOf(children));
    }

    private static String name(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String prefix = PREFIXES.get(namespace);
        return (prefix == null ? "{" + namespace + "}" : prefix) + reader.getLocalName();
    }
}
