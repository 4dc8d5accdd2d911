package io.github.crosstie.configuration;

import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Sets of configurations in which every setting takes every kind of value, the same for the same seed. */
public final class RandomConfigurations {

    private static final String[] TEXTS = {
        "Sales", "sales", "Ärzte & Söhne", "quote \" here", "back\\slash", "tab\tand\nline", "営業", "a.b[c]", "null", "-"
    };

    private final RandomGenerator random;

    public RandomConfigurations(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public ConfigurationSet set() {
        List<SyncConfiguration> configurations = new ArrayList<>();
        for (int at = random.nextInt(4); at > 0; at--) {
            configurations.add(configuration("c" + at + oneOf(TEXTS)));
        }
        List<BusinessUnit> units = new ArrayList<>();
        for (int at = random.nextInt(3); at > 0; at--) {
            units.add(unit("b" + at));
        }
        return ConfigurationSet.of(new OrganizationId("org " + oneOf(TEXTS)), configurations, units, order());
    }

    private AssignmentOrder order() {
        List<AssignmentKind> kinds = new ArrayList<>(AssignmentOrder.DEFAULT.kinds());
        Collections.shuffle(kinds.subList(1, kinds.size()), new Random(random.nextLong()));
        return new AssignmentOrder(kinds);
    }

    public SyncConfiguration configuration(String id) {
        return SyncConfiguration.builder(new ConfigurationId(id))
                .name(oneOf(TEXTS))
                .active(random.nextBoolean())
                .modifiedAt(moment())
                .assignments(assignments(true))
                .contacts(new ContactSettings(records(ItemKind.CONTACT, ContactFields.STANDARD), oneOf(TEXTS)))
                .events(new EventSettings(
                        records(ItemKind.EVENT, EventFields.STANDARD),
                        new EventWindow(random.nextInt(100), 1 + random.nextInt(1000)),
                        oneOf(PrivateEventPolicy.values()),
                        oneOf(InvitationPolicy.values()),
                        random.nextInt(100)))
                .deletionGuard(guard())
                .quarantine(quarantine())
                .build();
    }

    private BusinessUnit unit(String id) {
        Map<ProfileId, EngagementRole> roles = new HashMap<>();
        for (int at = random.nextInt(4); at > 0; at--) {
            roles.put(new ProfileId(oneOf(TEXTS)), new EngagementRole(oneOf("Administrator", "Sales", "Custom é")));
        }
        return new BusinessUnit(
                new BusinessUnitId(id),
                oneOf(TEXTS),
                random.nextBoolean() ? null : new UserId(oneOf(TEXTS)),
                assignments(false),
                assignments(false),
                new ProfileRoleMapping(roles),
                oneOf(BothSetsPolicy.values()),
                guard());
    }

    private List<Assignment> assignments(boolean profiles) {
        Map<String, Assignment> byTarget = new LinkedHashMap<>();
        for (int at = random.nextInt(6); at > 0; at--) {
            Assignment assignment = assignment(oneOf(TEXTS));
            if (profiles || assignment.kind() != AssignmentKind.PROFILE) {
                byTarget.put(assignment.kind() + assignment.targetId(), assignment);
            }
        }
        return List.copyOf(byTarget.values());
    }

    private Assignment assignment(String target) {
        return switch (oneOf(AssignmentKind.values())) {
            case USER -> new Assignment.OfUser(new UserId(target), moment());
            case PROFILE -> new Assignment.OfProfile(new ProfileId(target), moment());
            case GROUP -> new Assignment.OfGroup(new GroupId(target), moment());
            case ROLE -> new Assignment.OfRole(new RoleId(target), moment());
            case ROLE_AND_SUBORDINATES ->
                new Assignment.OfRoleAndSubordinates(new RoleId(target), random.nextBoolean(), moment());
        };
    }

    private RecordSettings records(ItemKind kind, List<Field<?>> standard) {
        return RecordSettings.builder(kind)
                .direction(oneOf(SyncDirection.values()))
                .fields(mappings(fields(kind, standard)))
                .ambiguousMatches(oneOf(AmbiguousMatchPolicy.values()))
                .conflicts(oneOf(ConflictPolicy.values()))
                .changedAgainstDeleted(oneOf(ChangedAgainstDeletedPolicy.values()))
                .deletions(Side.CRM, oneOf(DeletePolicy.values()))
                .deletions(Side.MAIL, oneOf(DeletePolicy.values()))
                .filters(filters(fields(kind, standard)))
                .leaving(oneOf(LeavePolicy.values()))
                .cap(1 + random.nextInt(Integer.MAX_VALUE))
                .build();
    }

    private List<Field<?>> fields(ItemKind kind, List<Field<?>> standard) {
        List<Field<?>> fields = new ArrayList<>(standard);
        for (FieldType type : FieldType.values()) {
            fields.add(new Field<>(kind, "custom_" + Spelling.of(type), type));
        }
        Collections.shuffle(fields, new Random(random.nextLong()));
        return fields.subList(0, random.nextInt(fields.size() + 1));
    }

    private List<FieldMapping> mappings(List<Field<?>> fields) {
        List<FieldMapping> mappings = new ArrayList<>();
        List<Field<?>> free = new ArrayList<>(fields);
        for (Field<?> crm : fields) {
            Field<?> mail = random.nextInt(3) > 0 && free.contains(crm)
                    ? crm
                    : free.stream()
                            .filter(each -> each.type() == crm.type())
                            .findFirst()
                            .orElse(null);
            if (mail != null) {
                free.remove(mail);
                mappings.add(new FieldMapping(
                        crm, mail, random.nextBoolean() ? SyncDirection.BOTH : oneOf(SyncDirection.values())));
            }
        }
        return mappings;
    }

    private List<Filter> filters(List<Field<?>> fields) {
        Set<Filter> filters = new LinkedHashSet<>();
        for (Field<?> field : fields.subList(0, Math.min(3, fields.size()))) {
            boolean textual = field.type() == FieldType.TEXT || field.type() == FieldType.TEXT_SET;
            Filter.Operator operator =
                    textual ? oneOf(Filter.Operator.values()) : oneOf(Filter.Operator.PRESENT, Filter.Operator.ABSENT);
            boolean unary = operator == Filter.Operator.PRESENT || operator == Filter.Operator.ABSENT;
            Set<String> values = unary ? Set.of() : new HashSet<>(List.of(oneOf(TEXTS), oneOf(TEXTS)));
            filters.add(new Filter(oneOf(Side.values()), field, operator, values));
        }
        return List.copyOf(filters);
    }

    private DeletionGuard guard() {
        return random.nextBoolean()
                ? DeletionGuard.DEFAULT
                : new DeletionGuard(random.nextInt(1000), 1 + random.nextInt(100), 1 - random.nextDouble(), duration());
    }

    private Quarantine quarantine() {
        Duration first = duration();
        return new Quarantine(first, first.plus(duration()));
    }

    private Duration duration() {
        return Duration.ofNanos(1 + random.nextLong(1L << 50));
    }

    private Instant moment() {
        return random.nextBoolean()
                ? null
                : Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
