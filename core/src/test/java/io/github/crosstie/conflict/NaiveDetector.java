package io.github.crosstie.conflict;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.ResolutionStatus;
import io.github.crosstie.assignment.Route;
import io.github.crosstie.assignment.RouteVerdict;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules' table read row by row, comparing everybody with everybody; findings as lines {@code kind subject participants}. */
final class NaiveDetector {

    private final List<OrganizationSetup> setups;
    private final Map<String, String> primaries;
    private final Set<String> found = new TreeSet<>();

    private record Claimant(OrganizationSetup setup, User user, String mailbox, boolean syncing) {
        String name() {
            return setup.id() + "/" + user.id();
        }

        boolean sandbox() {
            return setup.directory().organization().environment() == Environment.SANDBOX;
        }
    }

    NaiveDetector(List<OrganizationSetup> setups, Map<String, String> primaries) {
        this.setups = setups;
        this.primaries = primaries;
    }

    Set<String> detect() {
        List<Claimant> claimants = new ArrayList<>();
        for (OrganizationSetup setup : setups) {
            for (User user : setup.directory().users().all()) {
                Resolution resolution = setup.roster().resolution(user.id());
                claim(setup, user, resolution, claimants);
                routes(setup, user, resolution);
                units(setup, user);
            }
            twice(setup);
        }
        claimants.forEach(claimant -> mailbox(claimant, claimants));
        return found;
    }

    private void claim(OrganizationSetup setup, User user, Resolution resolution, List<Claimant> claimants) {
        boolean syncs = resolution.status() == ResolutionStatus.SYNCING;
        String given = user.emailAddress().orElse("");
        @Nullable String mailbox = normalized(given);
        boolean copy = setup.directory().organization().environment() == Environment.SANDBOX
                && mailbox != null
                && mailbox.endsWith(".invalid");
        String name = setup.id() + "/" + user.id();
        if (mailbox == null) {
            if (syncs) {
                found.add("C8 " + (given.isBlank() ? "MISSING" : "MALFORMED") + " " + name);
            }
            return;
        }
        @Nullable String primary = primaries.get(given);
        if (syncs && !copy && primary != null && !Objects.equals(normalized(primary), mailbox)) {
            found.add("C8 ALIAS " + name);
        }
        if (syncs || resolution.status() == ResolutionStatus.DORMANT) {
            claimants.add(new Claimant(
                    setup, user, copy ? mailbox.substring(0, mailbox.length() - 8) : mailbox, syncs && !copy));
        }
    }

    private static @Nullable String normalized(String address) {
        String text = address.strip()
                .toLowerCase(Locale.ROOT)
                .replace("bücher", "xn--bcher-kva")
                .replace("\"", "");
        return text.matches("[a-z.]+@[a-z-]+(\\.[a-z-]+)+") ? text : null;
    }

    private void mailbox(Claimant one, List<Claimant> all) {
        List<Claimant> same = all.stream()
                .filter(each -> each.mailbox().equals(one.mailbox()))
                .toList();
        List<Claimant> syncing = same.stream().filter(Claimant::syncing).toList();
        Set<String> names = new TreeSet<>();
        same.forEach(each -> names.add(each.name()));
        if (organizations(syncing) > 1) {
            found.add((syncing.stream().anyMatch(Claimant::sandbox) ? "C2 " : "C1 ") + one.mailbox() + " " + names);
        } else if (organizations(same) > 1) {
            found.add("C3 " + one.mailbox() + " " + names);
        }
        Set<String> own = new TreeSet<>();
        syncing.stream()
                .filter(each -> each.setup().id().equals(one.setup().id()))
                .forEach(each -> own.add(each.name()));
        if (own.size() > 1) {
            found.add("C7 " + one.mailbox() + " " + own);
        }
    }

    private static long organizations(List<Claimant> claimants) {
        return claimants.stream().map(each -> each.setup().id()).distinct().count();
    }

    private void routes(OrganizationSetup setup, User user, Resolution resolution) {
        if (!user.active()) {
            return;
        }
        for (Route one : resolution.routes()) {
            for (Route other : resolution.routes()) {
                boolean claims = one.verdict() != RouteVerdict.SUPERSEDED && other.verdict() != RouteVerdict.SUPERSEDED;
                if (claims
                        && !one.configuration().equals(other.configuration())
                        && other.assignment().kind() != AssignmentKind.USER) {
                    found.add((one.assignment().kind() == AssignmentKind.USER ? "C5 " : "C6 ") + setup.id() + "/"
                            + user.id());
                }
            }
        }
    }

    private void twice(OrganizationSetup setup) {
        for (SyncConfiguration one : setup.configurations().configurations()) {
            for (SyncConfiguration other : setup.configurations().configurations()) {
                for (Assignment assignment : one.assignments()) {
                    boolean moves =
                            assignment.kind() == AssignmentKind.USER || assignment.kind() == AssignmentKind.PROFILE;
                    if (moves
                            && !one.id().equals(other.id())
                            && other.assignments().stream().anyMatch(assignment::sameTarget)) {
                        found.add("C4 " + setup.id() + "/" + assignment.kind() + " " + assignment.targetId());
                    }
                }
            }
        }
    }

    private void units(OrganizationSetup setup, User user) {
        Set<String> units = new TreeSet<>();
        for (BusinessUnit unit : setup.configurations().businessUnits()) {
            boolean marketing = means(setup.directory(), unit.marketingUsers(), user.id());
            boolean sales = means(setup.directory(), unit.salesUsers(), user.id());
            if (user.active() && (marketing || sales)) {
                units.add(unit.id().value());
                if (marketing && sales) {
                    found.add("C10 both " + unit.id() + " " + setup.id() + "/" + user.id());
                }
            }
        }
        if (units.size() > 1) {
            found.add("C10 several " + units + " " + setup.id() + "/" + user.id());
        }
    }

    private static boolean means(Directory directory, List<Assignment> assignments, UserId user) {
        Set<UserId> members = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (assignment instanceof Assignment.OfUser of) {
                members.add(of.user());
            } else if (assignment instanceof Assignment.OfGroup of) {
                members.addAll(directory.closure(of.group()).users());
            } else if (assignment instanceof Assignment.OfRole of) {
                members.addAll(directory.usersInRole(of.role()));
            } else if (assignment instanceof Assignment.OfRoleAndSubordinates of) {
                members.addAll(directory.usersInRoleAndSubordinates(of.role(), of.internalOnly()));
            }
        }
        return members.contains(user);
    }

    /** A report in the same lines. */
    static Set<String> lines(ConflictReport report) {
        Set<String> lines = new TreeSet<>();
        report.conflicts().forEach(conflict -> lines.add(line(conflict)));
        return lines;
    }

    /** A single finding in the same line. */
    static Set<String> lines(Conflict conflict) {
        return Set.of(line(conflict));
    }

    private static String line(Conflict conflict) {
        Map<String, Participant> participants = new TreeMap<>();
        conflict.participants()
                .forEach(each -> participants.put(each.organization().id() + "/" + each.user(), each));
        String code = conflict.kind().code() + " ";
        String first = participants.keySet().iterator().next();
        if (conflict instanceof Conflict.AssignedTwice twice) {
            return code + conflict.participants().get(0).organization().id() + "/"
                    + twice.applies().kind() + " " + twice.applies().targetId();
        }
        if (conflict instanceof Conflict.UnusableAddress unusable) {
            return code + unusable.fault() + " " + first;
        }
        if (conflict instanceof Conflict.InBothSets both) {
            return code + "both " + both.role().unit() + " " + first;
        }
        if (conflict instanceof Conflict.InSeveralBusinessUnits several) {
            return code + "several "
                    + several.roles().stream().map(role -> role.unit().value()).toList() + " " + first;
        }
        return conflict.mailbox()
                .map(mailbox -> code + mailbox.text().toLowerCase(Locale.ROOT) + " " + participants.keySet())
                .orElse(code + first);
    }
}
