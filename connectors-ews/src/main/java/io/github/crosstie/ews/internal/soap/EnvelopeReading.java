package io.github.crosstie.ews.internal.soap;

import io.github.crosstie.fault.ContractBrokenException;
import org.jspecify.annotations.Nullable;

/** The reading of one envelope: its header, then its body. */
final class EnvelopeReading<T> {

    private final EwsReader<T> reader;
    private @Nullable ServerVersionInfo server;
    private @Nullable Answer<T> answer;

    EnvelopeReading(EwsReader<T> reader) {
        this.reader = reader;
    }

    Answer<T> read(XmlInput envelope) {
        envelope.children(part -> {
            if (Envelope.is(part, "Header")) {
                part.children(this::header);
            } else if (Envelope.is(part, "Body")) {
                part.children(this::body);
            }
        });
        if (answer == null) {
            throw new ContractBrokenException("the server's answer is an envelope with nothing in it; try again, and"
                    + " report it if that does not help");
        }
        return answer;
    }

    private void header(XmlInput block) {
        if (block.name().equals("ServerVersionInfo")) {
            server = ServerVersionInfo.read(block);
        }
    }

    private void body(XmlInput child) {
        if (answer == null) {
            answer = Envelope.is(child, "Fault")
                    ? new Answer.Fault<>(FaultReading.read(child), server)
                    : new Answer.Value<>(reader.read(child), server);
        }
    }
}
