package io.github.crosstie.testkit.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Judges envelopes by the schema of Exchange Web Services. The schema is no part of this library: any Exchange server
 * hands out its {@code messages.xsd} and {@code types.xsd}; name the folder that holds them in the system property
 * {@value #FOLDER}. It is compiled once per virtual machine, which takes a second or two. Thread-safe.
 */
public final class SchemaJudge {

    /** The system property that names the folder of {@code messages.xsd} and {@code types.xsd}. */
    public static final String FOLDER = "ews.schema.dir";

    private final Schema schema;

    private SchemaJudge(Schema schema) {
        this.schema = schema;
    }

    /**
     * The judge, where the schema is at hand.
     *
     * @return empty if the property is not set: let the test be skipped then, visibly
     * @throws IllegalStateException if the property is set and the folder does not hold a schema
     */
    public static Optional<SchemaJudge> ifPresent() {
        return Once.JUDGE;
    }

    /**
     * What the schema has to say against an envelope: each header block and the child of the body are judged by
     * themselves, faults of SOAP are not judged.
     *
     * @param envelope a SOAP 1.1 envelope; not null
     * @return the complaints, empty if there is none
     */
    public List<Complaint> complaints(String envelope) {
        Document document;
        try {
            document = Xml.parse(envelope);
        } catch (SAXException e) {
            return List.of(new Complaint("envelope", "not well-formed: " + e.getMessage()));
        }
        Element root = document.getDocumentElement();
        if (!Xml.is(root, Xml.SOAP, "Envelope")) {
            return List.of(new Complaint("envelope", "the root is " + root.getNodeName() + "; use soap:Envelope"));
        }
        List<Complaint> complaints = new ArrayList<>();
        for (Element part : Xml.children(root)) {
            judge(part, complaints);
        }
        return complaints;
    }

    private void judge(Element part, List<Complaint> complaints) {
        List<Element> children = Xml.children(part);
        if (Xml.is(part, Xml.SOAP, "Body") && children.size() != 1) {
            complaints.add(new Complaint("Body", "it has " + children.size() + " children; one is allowed"));
        }
        for (Element child : children) {
            if (!Xml.is(child, Xml.SOAP, "Fault")) {
                validate(child, complaints);
            }
        }
    }

    private void validate(Element element, List<Complaint> complaints) {
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new Collector(element.getLocalName(), complaints));
        try {
            validator.validate(new DOMSource(element));
        } catch (SAXException e) {
            throw new IllegalStateException("a validator threw although its errors are collected", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a validator reads a document in memory", e);
        }
    }

    /**
     * Something that the schema does not allow.
     *
     * @param element the header block or the body's child that it is about, such as {@code CreateItem}
     * @param message what is wrong, in the words of the validator
     */
    public record Complaint(String element, String message) {}

    private record Collector(String element, List<Complaint> complaints) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            error(warning);
        }

        @Override
        public void error(SAXParseException error) {
            complaints.add(new Complaint(element, String.valueOf(error.getMessage())));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }

    /** Compiled when it is first asked for. */
    private static final class Once {

        /** What types.xsd imports without saying where it is. */
        private static final String XML_NAMESPACE = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
                    targetNamespace="http://www.w3.org/XML/1998/namespace">
                  <xs:attribute name="lang" type="xs:language"/>
                </xs:schema>
                """;

        static final Optional<SchemaJudge> JUDGE = Optional.ofNullable(System.getProperty(FOLDER))
                .map(folder -> new SchemaJudge(compile(Path.of(folder))));

        private static Schema compile(Path folder) {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            try {
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
                factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
                return factory.newSchema(new Source[] {
                    new StreamSource(new StringReader(XML_NAMESPACE)), source(folder.resolve("messages.xsd"))
                });
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(
                        "system property " + FOLDER + ": the folder holds no schema that can be compiled; put "
                                + "messages.xsd and types.xsd of an Exchange server there",
                        e);
            }
        }

        private static Source source(Path file) throws IOException {
            if (!Files.isReadable(file)) {
                throw new IOException("missing: " + file.getFileName());
            }
            return new StreamSource(file.toUri().toString());
        }
    }
}
