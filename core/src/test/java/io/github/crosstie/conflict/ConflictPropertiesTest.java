package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.ConfigurationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConflictPropertiesTest {

    private static final int SEEDS = 1_000;
    private static final Map<String, String> PRIMARIES =
            Map.of("finn@example.org", "dan@example.org", "gus@example.org", "GUS@example.org", "no address", "x@y.z");
    private static final ConflictDetector DETECTOR =
            ConflictDetector.create().withAddresses(address -> Optional.ofNullable(PRIMARIES.get(address)));

    private static final Set<ConflictKind> ACROSS = Set.of(
            ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS,
            ConflictKind.ACTIVE_IN_SANDBOX_TOO,
            ConflictKind.LATENT_IN_ANOTHER_ORGANIZATION);

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<Roster> rosters(List<OrganizationSetup> setups) {
        return setups.stream().map(OrganizationSetup::roster).toList();
    }

    @Test
    @DisplayName("C1–C8, C10: finds what the rules' table says, nothing more, nothing less")
    void findsWhatTheTableSays() {
        Map<ConflictKind, Integer> counts = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<OrganizationSetup> setups = new RandomLandscapes(random(seed)).next();

            ConflictReport report = DETECTOR.detect(rosters(setups));

            assertThat(NaiveDetector.lines(report))
                    .as("seed %d", seed)
                    .isEqualTo(new NaiveDetector(setups, PRIMARIES).detect());
            report.conflicts().forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
        }
        Set<ConflictKind> withoutClaims = EnumSet.allOf(ConflictKind.class);
        withoutClaims.remove(ConflictKind.CLAIMED_BY_ANOTHER_ORGANIZATION);
        assertThat(counts).containsOnlyKeys(withoutClaims);
        assertThat(counts.values()).allMatch(count -> count > 100);
    }

    @Test
    @DisplayName("C: an update equals a detection from scratch")
    void updateEqualsDetectionFromScratch() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomLandscapes landscapes = new RandomLandscapes(random(seed));
            RandomGenerator random = random(seed + SEEDS);
            List<Roster> rosters = new ArrayList<>(rosters(landscapes.next()));
            ConflictReport report = DETECTOR.detect(rosters);
            for (int change = 0; change < 3; change++) {
                int at = random.nextInt(rosters.size() + 1);
                Roster changed = landscapes
                        .organization("org" + at, random.nextBoolean())
                        .roster();
                rosters.subList(Math.min(at, rosters.size()), Math.min(at + 1, rosters.size()))
                        .clear();
                rosters.add(at, changed);

                report = report.update(changed);

                assertThat(report).as("seed %d", seed).isEqualTo(DETECTOR.detect(rosters));
            }
            Roster gone = rosters.remove(random.nextInt(rosters.size()));
            assertThat(report.without(gone.directory().organization().id()))
                    .as("seed %d", seed)
                    .isEqualTo(DETECTOR.detect(rosters));
        }
    }

    @Test
    void orderOfOrganizationsDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Roster> rosters = new ArrayList<>(rosters(new RandomLandscapes(random(seed)).next()));
            ConflictReport report = DETECTOR.detect(rosters);
            Collections.shuffle(rosters, new Random(seed));

            assertThat(DETECTOR.detect(rosters).conflicts()).as("seed %d", seed).isEqualTo(report.conflicts());
        }
    }

    @Test
    @DisplayName(
            "C: default remedies, one after another, settle every error that has a harmless one, and touch nobody else")
    void defaultRemediesSettleErrors() {
        int settled = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Landscape start = Landscape.of(new RandomLandscapes(random(seed)).next());
            Landscape landscape = start;
            ConflictReport report = DETECTOR.detect(landscape);
            Set<OrganizationUser> concerned = new HashSet<>();
            for (int round = 0; ; round++) {
                assertThat(round).as("seed %d: rounds", seed).isLessThan(200);
                Optional<Conflict> error = report.conflicts().stream()
                        .filter(conflict -> conflict.severity() == Severity.ERROR)
                        .filter(conflict -> conflict.remedy().preferred().isPresent())
                        .findFirst();
                if (error.isEmpty()) {
                    break;
                }
                report = settle(seed, report, landscape, error.get(), concerned);
                landscape = report.landscape();
                settled++;
            }
            assertThat(changedUsers(start, landscape)).as("seed %d", seed).isSubsetOf(concerned);
            assertThat(report).as("seed %d", seed).isEqualTo(DETECTOR.detect(landscape));
        }
        assertThat(settled).isGreaterThan(SEEDS);
    }

    @Test
    @DisplayName("C: every option settles its finding and affects exactly whom it says")
    void everyOptionAffectsWhomItSays() {
        int harmful = 0;
        for (long seed = 0; seed < SEEDS / 2; seed++) {
            Landscape landscape = Landscape.of(new RandomLandscapes(random(seed)).next());
            for (Conflict conflict : DETECTOR.detect(landscape).conflicts()) {
                for (RemedyOption option : conflict.remedy().options()) {
                    Landscape after = landscape.apply(option);

                    Set<OrganizationUser> others = changedUsers(landscape, after);
                    others.removeAll(users(conflict));
                    Set<OrganizationUser> said = new HashSet<>();
                    option.affected().forEach(affected -> said.add(affected.user()));
                    said.removeAll(users(conflict));
                    assertThat(others)
                            .as("seed %d: %s %s", seed, conflict.message(), option)
                            .isEqualTo(conflict.kind() == ConflictKind.IN_BOTH_SETS ? Set.of() : said);
                    assertThat(NaiveDetector.lines(DETECTOR.detect(after)))
                            .as("seed %d: %s", seed, option)
                            .doesNotContainAnyElementsOf(NaiveDetector.lines(conflict));
                    if (option.harmless()) {
                        assertSharedNoMore(seed, conflict, DETECTOR.detect(after));
                    }
                    harmful += option.harmless() ? 0 : 1;
                }
            }
        }
        assertThat(harmful).isGreaterThan(100);
    }

    private static ConflictReport settle(
            long seed, ConflictReport report, Landscape landscape, Conflict conflict, Set<OrganizationUser> concerned) {
        Landscape after = landscape.apply(conflict.remedy());
        ConflictReport updated = report;
        for (Roster roster : after.rosters()) {
            if (!roster.equals(
                    landscape.roster(roster.directory().organization().id()))) {
                updated = updated.update(roster);
            }
        }
        Set<OrganizationUser> own = users(conflict);
        concerned.addAll(own);
        assertThat(changedUsers(landscape, after))
                .as("seed %d: %s", seed, conflict.message())
                .isSubsetOf(own);
        assertThat(NaiveDetector.lines(updated))
                .as(
                        "seed %d: %s %s",
                        seed, conflict.message(), conflict.remedy().text())
                .doesNotContainAnyElementsOf(NaiveDetector.lines(conflict));
        assertSharedNoMore(seed, conflict, updated);
        return updated;
    }

    private static void assertSharedNoMore(long seed, Conflict settled, ConflictReport report) {
        if (ACROSS.contains(settled.kind())) {
            assertThat(report.conflicts())
                    .as("seed %d: %s", seed, settled.message())
                    .noneMatch(each ->
                            ACROSS.contains(each.kind()) && each.mailbox().equals(settled.mailbox()));
        }
    }

    private static Set<OrganizationUser> users(Conflict conflict) {
        Set<OrganizationUser> users = new HashSet<>();
        conflict.participants().forEach(each -> Holds.user(each).ifPresent(users::add));
        return users;
    }

    private static Set<OrganizationUser> changedUsers(Landscape before, Landscape after) {
        Map<OrganizationUser, ConfigurationId> configurations = configurations(before);
        Map<OrganizationUser, ConfigurationId> changed = configurations(after);
        Set<OrganizationUser> users = new HashSet<>(configurations.keySet());
        users.addAll(changed.keySet());
        users.removeIf(
                user -> Optional.ofNullable(configurations.get(user)).equals(Optional.ofNullable(changed.get(user))));
        return users;
    }

    private static Map<OrganizationUser, ConfigurationId> configurations(Landscape landscape) {
        Map<OrganizationUser, ConfigurationId> configurations = new HashMap<>();
        for (OrganizationSetup setup : landscape.setups()) {
            setup.roster()
                    .enrollments()
                    .forEach(enrollment -> configurations.put(
                            new OrganizationUser(setup.id(), enrollment.user()), enrollment.configuration()));
        }
        return configurations;
    }
}
