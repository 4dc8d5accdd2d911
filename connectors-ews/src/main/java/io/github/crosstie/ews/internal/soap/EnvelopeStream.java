package io.github.crosstie.ews.internal.soap;

import org.jspecify.annotations.Nullable;

/** The reading of envelopes that follow each other, until somebody has enough. */
final class EnvelopeStream {

    private final EwsReader<Boolean> reader;

    EnvelopeStream(EwsReader<Boolean> reader) {
        this.reader = reader;
    }

    @Nullable
    Trouble read(StaxInput documents) {
        while (documents.nextChildOfRoot()) {
            Answer<Boolean> answer = Envelope.read(documents, reader);
            if (answer instanceof Answer.Fault<Boolean> fault) {
                return fault.trouble();
            }
            if (answer instanceof Answer.Value<Boolean> value && !value.value()) {
                return null;
            }
        }
        return null;
    }
}
