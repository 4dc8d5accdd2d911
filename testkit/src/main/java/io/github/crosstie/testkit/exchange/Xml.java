package io.github.crosstie.testkit.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Trees of elements: reading them, walking through them, growing them. */
final class Xml {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";
    static final String MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages";
    static final String ERRORS = "http://schemas.microsoft.com/exchange/services/2006/errors";

    private static final Pattern ONLY_IN_VERSION_10 = Pattern.compile("[\u007F-\u009F\u2028]");

    private Xml() {}

    /** Reads a document as XML 1.1, which allows references to control characters; document types are refused. */
    static Document parse(String text) throws SAXException {
        DocumentBuilder builder = builder();
        builder.setErrorHandler(new Strict());
        try {
            return builder.parse(new InputSource(new StringReader(asVersion11(text))));
        } catch (IOException e) {
            throw new UncheckedIOException("a parser reads a text in memory", e);
        }
    }

    static String asVersion11(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String body = bare.startsWith("<?xml ") ? bare.substring(bare.indexOf("?>") + 2) : bare;
        return "<?xml version=\"1.1\"?>" + referring(body);
    }

    /** What XML 1.0 takes as it stands, and 1.1 refuses or makes a line feed of. */
    private static String referring(String text) {
        return ONLY_IN_VERSION_10
                .matcher(text)
                .replaceAll(match -> "&#" + match.group().codePointAt(0) + ";");
    }

    static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of the JDK lacks a feature that it has always had", e);
        }
    }

    static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static @Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) throws SAXException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
