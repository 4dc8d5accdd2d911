package io.github.crosstie.graph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.ResponseCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statuses and codes mean, and that a code means the same on both ways into a mailbox. */
class ErrorCodesTest {

    @Test
    void aCodeMeansWhatItMeansOverTheOtherWay() throws IOException {
        Map<String, String> there = overExchangeWebServices();
        Map<String, String> here = new TreeMap<>();
        ErrorCodes.known().forEach((code, kind) -> here.put(code, kind.name()));
        here.keySet().retainAll(there.keySet());
        there.keySet().retainAll(here.keySet());
        // A mailbox that moves is only a wait here: there is no other address to look up.
        there.replaceAll((code, kind) -> kind.equals("MOVING") ? "TRANSIENT" : kind);
        // A folder has an id of its own here, so that it can be gone like an item.
        there.put("errorfoldernotfound", "GONE");
        // What lies among the recoverable items keeps its id here, and cannot be deleted any further.
        there.put("errorcannotdeleteobject", "GONE");

        assertThat(here).hasSizeGreaterThan(40).isEqualTo(there);
    }

    private static Map<String, String> overExchangeWebServices() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(ResponseCode.class.getResourceAsStream("response-codes.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.matches("\\w+"))
                    .collect(Collectors.toMap(
                            code -> code.toLowerCase(Locale.ROOT),
                            (Function<String, String>)
                                    code -> ResponseCode.of(code).kind().name(),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, '', false, ITEM",
        "401, '', false, RIGHTS",
        "403, Unheard, false, RIGHTS",
        "403, '', false, RIGHTS",
        "403, ErrorAccessDenied, false, RIGHTS",
        "403, ErrorUnheardOfItem, false, ITEM",
        "403, ErrorCannotDeleteObject, false, GONE",
        "404, '', false, GONE",
        "404, errornonexistentmailbox, false, MAILBOX",
        "408, '', false, TRANSIENT",
        "409, Unheard, false, CONFLICT",
        "410, '', false, STATE",
        "412, '', false, CONFLICT",
        "413, '', false, ITEM",
        "424, '', false, TRANSIENT",
        "429, ErrorItemNotFound, false, THROTTLED",
        "500, '', false, TRANSIENT",
        "500, SYNCSTATENOTFOUND, false, STATE",
        "503, Unheard, true, THROTTLED",
        "503, Unheard, false, TRANSIENT",
        "302, '', false, ITEM"
    })
    void aCodeSaysMoreThanAStatus(int status, String code, boolean statesPause, TroubleKind kind) {
        assertThat(ErrorCodes.kind(status, code, statesPause)).isEqualTo(kind);
    }
}
