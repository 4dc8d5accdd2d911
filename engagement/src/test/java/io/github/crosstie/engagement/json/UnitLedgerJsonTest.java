package io.github.crosstie.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.Removal;
import io.github.crosstie.engagement.state.RemovalKind;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnitLedgerJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.000000001Z");
    private static final UnitLedger FULL = new UnitLedger(
            UnitState.OPTED_IN,
            new OptIn("Sam", "Eve", new ReleaseToken("seen"), NOW),
            List.of(new Removal(RemovalKind.RECYCLING, 3, NOW), new Removal(RemovalKind.DEMOTION, 1, NOW)),
            List.of(new ReleaseToken("first"), new ReleaseToken("second")),
            17,
            NOW);

    static Stream<UnitLedger> ledgers() {
        return Stream.of(
                FULL,
                UnitLedger.observedOptedIn(),
                UnitLedger.of(UnitState.NO_USER_SYNC),
                UnitLedger.of(UnitState.LEGACY),
                UnitLedger.of(UnitState.ASSIGNED).spending(new ReleaseToken("one")));
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void readsBackWhatItWrote(UnitLedger ledger) {
        String json = UnitLedgerJson.write(ledger);

        UnitLedger read = UnitLedgerJson.read("ledger", json);

        assertThat(read).isEqualTo(ledger);
        assertThat(UnitLedgerJson.write(read)).isEqualTo(json);
    }

    @Test
    void writesWhatTheDocumentationShows() {
        assertThat(UnitLedgerJson.write(FULL)).isEqualTo("""
                {
                  "version": 1,
                  "state": "optedIn",
                  "optIn": {
                    "salesforceAdmin": "Sam",
                    "engagementAdmin": "Eve",
                    "token": "seen",
                    "at": "2026-03-02T08:00:00.000000001Z"
                  },
                  "removals": [
                    {
                      "kind": "recycling",
                      "count": 3,
                      "at": "2026-03-02T08:00:00.000000001Z"
                    },
                    {
                      "kind": "demotion",
                      "count": 1,
                      "at": "2026-03-02T08:00:00.000000001Z"
                    }
                  ],
                  "spent": [
                    "first",
                    "second"
                  ],
                  "releases": 17,
                  "lastWriteAt": "2026-03-02T08:00:00.000000001Z"
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1 | \"version\": 2 | version: only version 1",
                "\"optedIn\" | \"optedOut\" | state: unknown",
                "\"optedIn\" | \"assigned\" | the ledger names who opted in, and says ASSIGNED",
                "\"Eve\" | \" \" | optIn: opting in needs the confirmation",
                "\"seen\" | \"\" | optIn.token: a release token is not blank",
                "\"count\": 3 | \"count\": 0 | removals[0]: a removal of 0 users",
                "\"count\": 3 | \"count\": \"3\" | removals[0].count: expected a whole number",
                "\"recycling\" | \"erasing\" | removals[0].kind: unknown",
                "\"second\" | 2 | spent[1]: expected a text",
                "\"releases\": 17 | \"releases\": 1 | 2 tokens were used of late",
                "\"releases\": 17, | '' | is missing",
                "\"lastWriteAt\": \"2026 | \"lastWriteAt\": \"once 2026 | lastWriteAt: write an ISO 8601",
                "\"lastWriteAt\" | \"writtenAt\" | unknown member"
            })
    void refusesWhatItDoesNotUnderstand(String found, String instead, String message) {
        String json = UnitLedgerJson.write(FULL).replaceFirst(Pattern.quote(found), instead);

        assertThatThrownBy(() -> UnitLedgerJson.read("ledger", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ledger")
                .hasMessageContaining(message)
                .hasMessageNotContaining("Sam");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "{", "[]", "null", "{} {}", "{\"version\": 1, \"version\": 1}", "{\"version\": 1}"})
    void refusesWhatIsNoDocument(String json) {
        assertThatThrownBy(() -> UnitLedgerJson.read("ledger", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("ledger");
    }
}
