package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * How far a client has followed changes, as an opaque text. What happened after {@code base} and not after {@code top}
 * is told from the oldest to the newest; all until {@code cursor} has been told in this round.
 *
 * @param scope what is followed, as the resource writes it
 * @param base the client knows all that happened until then; 0 in a first round
 * @param top how far this round goes
 * @param cursor how far this round has come
 */
record DeltaToken(String scope, long base, long top, long cursor) {

    static DeltaToken start(String scope, StoredMailbox mailbox) {
        return new DeltaToken(scope, 0, mailbox.sequence(), 0);
    }

    /** Whether a client without any knowledge is told all that is there. */
    boolean isFirstRound() {
        return base == 0;
    }

    /** The same round, further on. */
    DeltaToken at(long reached) {
        return new DeltaToken(scope, base, top, reached);
    }

    /** Where the next round begins. */
    DeltaToken finished() {
        return new DeltaToken(scope, top, -1, top);
    }

    /** The token as links carry it. */
    String write(GraphRequest request) {
        String text =
                String.join("|", owner(request), Long.toString(base), Long.toString(top), Long.toString(cursor), scope);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sum(text) + "|" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a token; a damaged one is refused, and one that has expired. */
    static DeltaToken read(String token, GraphRequest request) throws GraphRefusal {
        return read(token, request, scope -> "");
    }

    /**
     * Reads a token of a resource that has to be told where to begin.
     *
     * @param token the token
     * @param request the request that brings it
     * @param query makes of a scope the query of a new first round
     */
    static DeltaToken read(String token, GraphRequest request, UnaryOperator<String> query) throws GraphRefusal {
        String[] parts;
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            parts = text.split("\\|", 6);
            boolean whole = parts.length == 6
                    && sum(text.substring(parts[0].length() + 1)).equals(parts[0]);
            if (!whole) {
                throw malformed();
            }
        } catch (IllegalArgumentException noBase64) {
            throw malformed();
        }
        if (!parts[1].equals(owner(request))) {
            throw expired(request.here() + query.apply(parts[5]));
        }
        long top = Long.parseLong(parts[3]);
        return new DeltaToken(
                parts[5],
                Long.parseLong(parts[2]),
                top < 0 ? request.mailbox().sequence() : top,
                Long.parseLong(parts[4]));
    }

    /**
     * What the token remembers is gone.
     *
     * @param fresh where a new round begins; empty if the answer does not say
     */
    static GraphRefusal expired(String fresh) {
        return new GraphRefusal(
                410,
                "SyncStateNotFound",
                "The sync state generation is not found; generation=149;[highest=157].",
                fresh.isEmpty() ? Map.of() : Map.of("Location", fresh));
    }

    private static GraphRefusal malformed() {
        return new GraphRefusal(400, "BadRequest", "Badly formed token.");
    }

    private static String owner(GraphRequest request) {
        return request.mailbox().number + "." + request.mailbox().syncEpoch + "." + request.epoch();
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
