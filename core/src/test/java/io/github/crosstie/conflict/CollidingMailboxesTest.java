package io.github.crosstie.conflict;

import static io.github.crosstie.conflict.UpdatePropertiesTest.DETECTOR;
import static io.github.crosstie.conflict.UpdatePropertiesTest.assertSame;
import static io.github.crosstie.conflict.UpdatePropertiesTest.random;
import static io.github.crosstie.conflict.UpdatePropertiesTest.rosters;

import io.github.crosstie.assignment.Roster;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes that only look the same are told apart, however many there are of them. */
class CollidingMailboxesTest {

    private static final int SEEDS = 500;

    /** A hash with so few values; with one, all mailboxes look the same. */
    private static MailboxHash hash(int values) {
        return (address, sandbox) -> {
            long hash = AddressHash.of(address, sandbox);
            return hash == AddressHash.NONE ? AddressHash.NONE : 1 + Math.floorMod(hash, values);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @DisplayName("C: a detection finds the same, whatever the hash")
    void detectionFindsTheSame(int values) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Roster> rosters = rosters(random(seed), 0);

            ConflictReport report = DETECTOR.withHash(hash(values)).detect(rosters);

            assertSame("seed " + seed, report, DETECTOR.detect(rosters));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @DisplayName("C: an update finds the same, whatever the hash")
    void updateFindsTheSame(int values) {
        for (long seed = 0; seed < SEEDS; seed++) {
            UpdatePropertiesTest.edit(seed, 0, DETECTOR.withHash(hash(values)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @DisplayName("C: so does an update of larger organizations")
    void updateOfLargerOrganizationsFindsTheSame(int values) {
        for (long seed = 0; seed < SEEDS / 100; seed++) {
            UpdatePropertiesTest.edit(seed, 400, DETECTOR.withHash(hash(values)));
        }
    }
}
