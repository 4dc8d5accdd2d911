package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.user.UserField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * User Sync as one would write it: objects, hash maps and loops, with sets kept as roles and listed users rather than
 * as everybody in them. It has less to do than the library, as it knows no collisions, guards, reasons and order, and
 * takes addresses as they are.
 */
final class PlainUserSync {

    private PlainUserSync() {}

    /** Somebody in the CRM. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            @JsonProperty("Id") String id,
            @JsonProperty("Username") String username,
            @JsonProperty("Email") @Nullable String email,
            @JsonProperty("FirstName") @Nullable String firstName,
            @JsonProperty("LastName") String lastName,
            @JsonProperty("Title") @Nullable String title,
            @JsonProperty("Phone") @Nullable String phone,
            @JsonProperty("TimeZoneSidKey") @Nullable String timeZone,
            @JsonProperty("IsActive") boolean active,
            @JsonProperty("ProfileId") String profile,
            @JsonProperty("UserRoleId") @Nullable String role) {}

    /** Somebody in a unit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(
            @JsonProperty("id") String id,
            @JsonProperty("isDeleted") boolean recycled,
            @JsonProperty("salesforceId") @Nullable String person,
            @JsonProperty("username") @Nullable String username,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("firstName") @Nullable String firstName,
            @JsonProperty("lastName") @Nullable String lastName,
            @JsonProperty("jobTitle") @Nullable String title,
            @JsonProperty("phone") @Nullable String phone,
            @JsonProperty("timeZone") @Nullable String timeZone,
            @JsonProperty("roleName") @Nullable String role) {}

    /** What a public group or a set lists, by ids; {@code tops} are roles with all below. */
    record Listed(List<String> users, List<String> groups, List<String> roles, List<String> tops) {}

    /** A unit: its sets, what its profiles map to, and whether it shows phone number and time zone. */
    record Unit(
            String id,
            Listed marketing,
            Listed sales,
            Map<String, String> roles,
            boolean complete,
            List<Account> accounts) {

        Unit with(List<Account> others) {
            return new Unit(id, marketing, sales, roles, complete, others);
        }
    }

    /** Groups by id, and the roles directly below each role. */
    record Structure(Map<String, Listed> groups, Map<String, List<String>> below) {}

    /** What is due: the values that are written, empty where one is taken away. */
    record Decision(
            UserWriteKind kind, String person, @Nullable String account, Map<UserField, String> values) {}

    static List<Decision> decide(Structure structure, Collection<Person> people, Unit unit) {
        Reach marketing = Reach.of(unit.marketing(), structure);
        Reach sales = Reach.of(unit.sales(), structure);
        Map<String, Account> byPerson = new HashMap<>(unit.accounts().size() * 2);
        unit.accounts().forEach(account -> {
            if (account.person() != null) {
                byPerson.put(account.person(), account);
            }
        });
        List<Decision> decisions = new ArrayList<>();
        for (Person person : people) {
            boolean inSales = sales.holds(person);
            boolean meant = person.active() && (inSales || marketing.holds(person));
            Account account = byPerson.get(person.id());
            if (meant) {
                String role = inSales ? "Sales" : unit.roles().getOrDefault(person.profile(), "Marketing");
                decide(unit, person, role, account, decisions);
            } else if (account != null && !account.recycled()) {
                decisions.add(new Decision(UserWriteKind.RECYCLE, person.id(), account.id(), Map.of()));
            }
        }
        return decisions;
    }

    private static void decide(
            Unit unit, Person person, String role, @Nullable Account account, List<Decision> decisions) {
        if (account == null) {
            decisions.add(new Decision(UserWriteKind.CREATE, person.id(), null, values(person, role)));
            return;
        }
        if (account.recycled()) {
            decisions.add(new Decision(UserWriteKind.RESTORE, person.id(), account.id(), Map.of()));
        }
        if (!isSame(unit, person, role, account)) {
            Map<UserField, String> changed = changed(unit, person, role, account);
            decisions.add(new Decision(UserWriteKind.UPDATE, person.id(), account.id(), changed));
        }
    }

    private static boolean isSame(Unit unit, Person person, String role, Account account) {
        return role.equals(account.role())
                && person.username().equals(account.username())
                && Objects.equals(person.email(), account.email())
                && firstName(person).equals(account.firstName())
                && person.lastName().equals(account.lastName())
                && Objects.equals(person.title(), account.title())
                && (!unit.complete()
                        || (Objects.equals(person.phone(), account.phone())
                                && Objects.equals(person.timeZone(), account.timeZone())));
    }

    private static Map<UserField, String> changed(Unit unit, Person person, String role, Account account) {
        Map<UserField, String> changed = new EnumMap<>(UserField.class);
        compare(changed, UserField.ROLE, role, account.role());
        compare(changed, UserField.CRM_USERNAME, person.username(), account.username());
        compare(changed, UserField.EMAIL_ADDRESS, person.email(), account.email());
        compare(changed, UserField.FIRST_NAME, firstName(person), account.firstName());
        compare(changed, UserField.LAST_NAME, person.lastName(), account.lastName());
        compare(changed, UserField.TITLE, person.title(), account.title());
        if (unit.complete()) {
            compare(changed, UserField.PHONE, person.phone(), account.phone());
            compare(changed, UserField.TIME_ZONE, person.timeZone(), account.timeZone());
        }
        return changed;
    }

    private static void compare(
            Map<UserField, String> changed, UserField field, @Nullable String wanted, @Nullable String there) {
        if (!Objects.equals(wanted, there)) {
            changed.put(field, wanted == null ? "" : wanted);
        }
    }

    private static Map<UserField, String> values(Person person, String role) {
        Map<UserField, String> values = new EnumMap<>(UserField.class);
        compare(values, UserField.SALESFORCE_ID, person.id(), null);
        compare(values, UserField.ROLE, role, null);
        compare(values, UserField.CRM_USERNAME, person.username(), null);
        compare(values, UserField.EMAIL_ADDRESS, person.email(), null);
        compare(values, UserField.FIRST_NAME, firstName(person), null);
        compare(values, UserField.LAST_NAME, person.lastName(), null);
        compare(values, UserField.TITLE, person.title(), null);
        compare(values, UserField.PHONE, person.phone(), null);
        compare(values, UserField.TIME_ZONE, person.timeZone(), null);
        return values;
    }

    private static String firstName(Person person) {
        return person.firstName() == null ? person.lastName() : person.firstName();
    }

    /** Whom a set reaches, through however many groups. */
    private record Reach(Set<String> users, Set<String> roles) {

        static Reach of(Listed set, Structure structure) {
            Reach reach = new Reach(new HashSet<>(), new HashSet<>());
            Set<String> visited = new HashSet<>();
            Deque<Listed> open = new ArrayDeque<>(List.of(set));
            while (!open.isEmpty()) {
                Listed listed = open.remove();
                reach.users.addAll(listed.users());
                reach.roles.addAll(listed.roles());
                listed.tops().forEach(top -> reach.addBelow(top, structure));
                for (String group : listed.groups()) {
                    if (visited.add(group)) {
                        open.add(Objects.requireNonNull(structure.groups().get(group), group));
                    }
                }
            }
            return reach;
        }

        private void addBelow(String top, Structure structure) {
            Deque<String> open = new ArrayDeque<>(List.of(top));
            while (!open.isEmpty()) {
                String role = open.remove();
                roles.add(role);
                open.addAll(structure.below().getOrDefault(role, List.of()));
            }
        }

        boolean holds(Person person) {
            return (person.role() != null && roles.contains(person.role())) || users.contains(person.id());
        }
    }
}
