package io.github.crosstie.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentOrder;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final int USERS = 200_000;
    private static final int GROUPS = 2_000;
    private static final int ROLES = 5_000;
    private static final int CONFIGURATIONS = 200;
    private static final int ASSIGNMENTS = 20;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    @Test
    @DisplayName("A8: a large organization resolves, and samples of it are explained alike")
    void resolvesALargeOrganization() {
        Directory directory = directory();

        Roster roster = AssignmentResolver.resolve(directory, configurations());

        assertThat(roster.recomputed()).isEqualTo(USERS);
        for (int slot = 0; slot < USERS; slot += 4_001) {
            Resolution resolution = roster.resolution(directory.users().at(slot).id());
            assertThat(resolution.configuration())
                    .isEqualTo(roster.enrollment(resolution.user()).map(Enrollment::configuration));
            assertThat(resolution.certain()).isTrue();
        }
        assertThat(roster.counts().values().stream()
                        .mapToLong(Integer::longValue)
                        .sum())
                .isEqualTo(roster.enrollments().count())
                .isPositive();
    }

    private Directory directory() {
        DirectoryBuilder directory = Directory.builder(Acme.ORGANIZATION);
        for (int at = 0; at < ROLES; at++) {
            RoleId parent = at == 0 ? null : new RoleId("r" + random.nextInt(Math.max(0, at - 50), at));
            directory.put(new Role(new RoleId("r" + at), "R" + at, "R" + at, parent, at % 97 == 96));
        }
        for (int at = 0; at < GROUPS; at++) {
            directory.put(new Group(new GroupId("g" + at), "G" + at, "G" + at));
            directory.addMember(new GroupId("g" + at), Acme.aGroup("g" + random.nextInt(GROUPS)));
            directory.addMember(new GroupId("g" + at), Acme.aGroup("g" + random.nextInt(GROUPS)));
            if (at % 10 == 0) {
                directory.addMember(new GroupId("g" + at), Acme.aRole("r" + random.nextInt(ROLES)));
            }
        }
        for (int at = 0; at < USERS; at++) {
            directory.put(Acme.someone("u" + at, "p" + random.nextInt(40), "r" + random.nextInt(ROLES), at % 10 > 0));
            for (int count = random.nextInt(4); count > 0; count--) {
                directory.addMember(new GroupId("g" + random.nextInt(GROUPS)), Acme.aUser("u" + at));
            }
        }
        return directory.build();
    }

    private ConfigurationSet configurations() {
        List<SyncConfiguration> configurations = new ArrayList<>();
        for (int at = 0; at < CONFIGURATIONS; at++) {
            Map<String, Assignment> assignments = new LinkedHashMap<>();
            while (assignments.size() < ASSIGNMENTS) {
                Assignment assignment = assignment();
                assignments.put(assignment.kind() + assignment.targetId(), assignment);
            }
            configurations.add(SyncConfiguration.builder(new ConfigurationId(String.format(Locale.ROOT, "C%03d", at)))
                    .active(at % 7 > 0)
                    .modifiedAt(Acme.day(random.nextInt(100)))
                    .assignments(List.copyOf(assignments.values()))
                    .build());
        }
        return ConfigurationSet.of(Acme.ORGANIZATION.id(), configurations, List.of(), AssignmentOrder.DEFAULT);
    }

    private Assignment assignment() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Assignment.OfUser(new UserId("u" + random.nextInt(USERS)), null);
            case 2 -> Acme.toGroup("g" + random.nextInt(GROUPS));
            case 3 -> Acme.toRole("r" + random.nextInt(ROLES));
            default ->
                new Assignment.OfRoleAndSubordinates(
                        new RoleId("r" + random.nextInt(ROLES)), random.nextBoolean(), null);
        };
    }
}
