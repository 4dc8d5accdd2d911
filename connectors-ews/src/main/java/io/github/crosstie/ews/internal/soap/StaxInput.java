package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.ContractBrokenException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads with the JDK's own parser, whatever other parsers the host has. Refuses documents with a document type. */
final class StaxInput implements XmlInput {

    /** In characters: a page of ten items with bodies of ten megabytes each, and more. */
    static final long LONGEST_DOCUMENT = 1L << 28;

    /** How deep elements may lie in each other: not limited, as reading takes no stack; newer JDKs stop at 200 by themselves. */
    private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";

    private static final Map<String, Optional<Space>> SPACES = spaces();

    private final LenientReader characters;
    private final XMLStreamReader parser;
    private int depth;

    private StaxInput(LenientReader characters) throws XMLStreamException {
        this.characters = characters;
        this.parser = factory().createXMLStreamReader(characters);
    }

    /** Reads a document of at most so many characters; stands on its root. */
    static StaxInput ofDocument(InputStream document, long longest) {
        try {
            return standingOnRoot(LenientReader.ofDocument(document, longest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads documents that follow each other, as long as they come; stands on an element around them all. */
    static StaxInput ofDocuments(InputStream documents) {
        try {
            return standingOnRoot(LenientReader.ofDocuments(documents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaxInput standingOnRoot(LenientReader characters) {
        try {
            StaxInput input = new StaxInput(characters);
            while (input.next() != XMLStreamConstants.START_ELEMENT) {
                // comments and white space before the root
            }
            return input;
        } catch (XMLStreamException e) {
            throw failure(e, characters);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(DEPTH_LIMIT, "0");
        return factory;
    }

    private static Map<String, Optional<Space>> spaces() {
        Map<String, Optional<Space>> spaces = new HashMap<>();
        for (Space space : Space.values()) {
            spaces.put(space.uri(), Optional.of(space));
        }
        return Map.copyOf(spaces);
    }

    @Override
    public String name() {
        return parser.getLocalName();
    }

    @Override
    public Optional<Space> space() {
        String uri = parser.getNamespaceURI();
        return uri == null ? Optional.empty() : SPACES.getOrDefault(uri, Optional.empty());
    }

    @Override
    public @Nullable String attribute(String name) {
        requireUnread();
        for (int at = 0; at < parser.getAttributeCount(); at++) {
            if (parser.getAttributeLocalName(at).equals(name)) {
                return characters.standIns().restored(parser.getAttributeValue(at));
            }
        }
        return null;
    }

    @Override
    public String text() {
        requireUnread();
        int outside = depth - 1;
        String first = "";
        StringBuilder all = null;
        while (true) {
            int event = next();
            if (depth == outside) {
                return characters.standIns().restored(all == null ? first : all.toString());
            }
            if (depth == outside + 1 && isText(event)) {
                if (all != null) {
                    all.append(parser.getTextCharacters(), parser.getTextStart(), parser.getTextLength());
                } else if (first.isEmpty()) {
                    first = parser.getText();
                } else {
                    all = new StringBuilder(first).append(parser.getText());
                }
            }
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    @Override
    public void skip() {
        if (parser.isStartElement()) {
            int outside = depth - 1;
            while (depth > outside) {
                next();
            }
        }
    }

    @Override
    public void children(Child child) {
        requireUnread();
        int own = depth;
        while (true) {
            int event = next();
            if (depth < own) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && depth == own + 1) {
                child.read(this);
            }
        }
    }

    /** Moves to the next child of the root; for documents of which not all is to be read. */
    boolean nextChildOfRoot() {
        while (depth > 0) {
            if (next() == XMLStreamConstants.START_ELEMENT && depth == 2) {
                return true;
            }
        }
        return false;
    }

    private void requireUnread() {
        if (!parser.isStartElement()) {
            throw new IllegalStateException("the content of " + name() + " has been read already; read it once");
        }
    }

    private int next() {
        try {
            int event = parser.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD) {
                throw new ContractBrokenException(
                        "the server's answer declares a document type, which no answer of Exchange does;"
                                + " look for a proxy that answers in its place");
            }
            return event;
        } catch (XMLStreamException e) {
            throw failure(e, characters);
        }
    }

    private static RuntimeException failure(XMLStreamException failure, LenientReader characters) {
        Throwable nested = failure.getNestedException();
        if (nested instanceof TooLargeException) {
            return TooMuch.mark(new ContractBrokenException(String.valueOf(nested.getMessage()), nested));
        }
        if (nested instanceof IOException trouble) {
            return new UncheckedIOException(trouble);
        }
        if (characters.ended()) {
            EOFException early = new EOFException("the server's answer ends in its middle");
            early.initCause(failure);
            return new UncheckedIOException(early);
        }
        return new ContractBrokenException(
                "the server's answer is not well-formed XML (line "
                        + failure.getLocation().getLineNumber()
                        + "); look for a proxy that answers in its place",
                failure);
    }
}
