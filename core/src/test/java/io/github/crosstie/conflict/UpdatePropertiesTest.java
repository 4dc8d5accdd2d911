package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A report that was updated through many edits is the report of a detection that knows nothing of what was before. */
class UpdatePropertiesTest {

    private static final int SEEDS = 1_000;
    private static final int EDITS = 6;

    private static final Map<String, String> PRIMARIES =
            Map.of("finn@example.org", "dan@example.org", "gus@example.org", "GUS@example.org", "no address", "x@y.z");

    static final ConflictDetector DETECTOR = ConflictDetector.create()
            .withAddresses(address -> Optional.ofNullable(PRIMARIES.get(address)))
            .withClaims(claims());

    private static Map<MailboxAddress, MailboxClaim> claims() {
        Map<MailboxAddress, MailboxClaim> claims = new HashMap<>();
        claims.put(MailboxAddress.of("anna@example.com"), claim("elsewhere", "u1"));
        claims.put(MailboxAddress.of("dan@example.org"), claim("org0", "u2"));
        claims.put(MailboxAddress.of("eve@example.org"), claim("org1", "u0"));
        for (int at = 0; at < 60; at++) {
            claims.put(MailboxAddress.of("x" + at + "@shared.example"), claim("org1", "x" + at));
        }
        return claims;
    }

    private static MailboxClaim claim(String organization, String user) {
        return new MailboxClaim(
                new OrganizationId(organization),
                Environment.PRODUCTION,
                new UserId(user),
                new ConfigurationId("c0"),
                3,
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T03:04:05Z"),
                true);
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static List<Roster> rosters(RandomGenerator random, int crowd) {
        RandomLandscapes landscapes = new RandomLandscapes(random);
        List<Roster> rosters = new ArrayList<>();
        for (int at = 2 + random.nextInt(3); at >= 0; at--) {
            rosters.add(landscapes
                    .organization("org" + at, random.nextInt(3) == 0, crowd)
                    .roster());
        }
        return rosters;
    }

    @Test
    @DisplayName("C: small organizations, in which every edit meets a conflict")
    void updateOfSmallOrganizations() {
        Map<ConflictKind, Integer> counts = new EnumMap<>(ConflictKind.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            edit(seed, 0, DETECTOR).conflicts().forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        }
        assertThat(counts).containsOnlyKeys(ConflictKind.values());
        assertThat(counts.values()).allMatch(count -> count > 100);
    }

    @Test
    @DisplayName("C: larger organizations, in which most edits meet none")
    void updateOfLargerOrganizations() {
        for (long seed = 0; seed < SEEDS / 20; seed++) {
            edit(seed, 400, DETECTOR);
        }
    }

    /** Edits some organizations at a time, and compares with a detection from scratch each time. */
    static ConflictReport edit(long seed, int crowd, ConflictDetector detector) {
        RandomGenerator random = random(seed);
        RandomEdits edits = new RandomEdits(random);
        List<Roster> rosters = rosters(random, crowd);
        ConflictReport report = detector.detect(rosters);
        for (int edit = 0; edit < EDITS; edit++) {
            List<Roster> changed = new ArrayList<>();
            for (int at = 0; at < rosters.size(); at++) {
                if (random.nextInt(3) == 0) {
                    rosters.set(at, edits.edited(rosters.get(at)));
                    changed.add(rosters.get(at));
                }
            }

            report = report.update(changed);

            assertSame("seed " + seed + ", edit " + edit, report, DETECTOR.detect(rosters));
        }
        return report;
    }

    /** Equal mailboxes may be spelled differently, and words are not compared where records are. */
    static void assertSame(String description, ConflictReport report, ConflictReport expected) {
        assertThat(report).as(description).isEqualTo(expected);
        assertThat(words(report)).as(description).isEqualTo(words(expected));
        assertThat(report.heldUsers()).as(description).isEqualTo(expected.heldUsers());
    }

    private static List<String> words(ConflictReport report) {
        return report.conflicts().stream()
                .map(each -> each.mailbox().map(MailboxAddress::text).orElse("") + each + each.message())
                .toList();
    }
}
