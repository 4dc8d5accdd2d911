package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.ContractBrokenException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Writes and reads SOAP 1.1 envelopes. Stateless. */
public final class Envelope {

    private Envelope() {}

    /**
     * Writes a request.
     *
     * @param header its header blocks
     * @param request its body
     * @return the document, to be sent in UTF-8
     */
    public static String write(RequestHeader header, EwsRequest request) {
        XmlOutput out = XmlOutput.document();
        out.start(Space.SOAP, "Envelope");
        for (Space space : Space.values()) {
            if (space != Space.ERRORS) {
                out.attribute("xmlns:" + space.prefix(), space.uri());
            }
        }
        out.start(Space.SOAP, "Header");
        header.write(out);
        out.end().start(Space.SOAP, "Body");
        request.body().accept(out);
        return out.end().end().toString();
    }

    /**
     * Reads an answer, while it comes.
     *
     * @param document its bytes
     * @param reader reads the element in its body, unless that is a fault
     * @param <T> what the answer is
     * @return the answer or the fault
     * @throws ContractBrokenException if it is not an envelope
     * @throws java.io.UncheckedIOException if its bytes end early or cannot be read
     */
    public static <T> Answer<T> read(InputStream document, EwsReader<T> reader) {
        return read(XmlInput.of(document), reader);
    }

    /**
     * Reads envelopes that follow each other on one stream, each as soon as it is complete.
     *
     * @param documents their bytes, with or without an end
     * @param reader reads the element in the body of each, unless that is a fault; answers whether to go on
     * @return the trouble that ended it, or null if the reader or the stream did
     * @throws ContractBrokenException if something on it is not an envelope
     * @throws java.io.UncheckedIOException if its bytes end within an envelope or cannot be read
     */
    public static @Nullable Trouble readAll(InputStream documents, EwsReader<Boolean> reader) {
        return new EnvelopeStream(reader).read(StaxInput.ofDocuments(documents));
    }

    static <T> Answer<T> read(XmlInput envelope, EwsReader<T> reader) {
        if (!is(envelope, "Envelope")) {
            throw new ContractBrokenException("the server's answer is a document of " + envelope.name()
                    + ", not a SOAP envelope; check that the address is that of Exchange Web Services");
        }
        return new EnvelopeReading<>(reader).read(envelope);
    }

    static boolean is(XmlInput input, String name) {
        return input.name().equals(name)
                && input.space().filter(Space.SOAP::equals).isPresent();
    }
}
