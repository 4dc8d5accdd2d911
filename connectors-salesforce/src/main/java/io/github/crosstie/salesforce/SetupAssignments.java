package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.directory.Directory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The users and profiles of a configuration, looked up in the directory. */
final class SetupAssignments {

    private final List<Assignment> assignments = new ArrayList<>();
    private final Set<String> targets = new HashSet<>();

    private SetupAssignments() {}

    static List<Assignment> read(SetupSection section, Directory directory) {
        SetupAssignments all = new SetupAssignments();
        section.take("users", "assignedUsers")
                .ifPresent(list -> all.read(
                        list,
                        "user with this id or username",
                        text -> directory.names().user(text).map(id -> new Assignment.OfUser(id, null))));
        section.take("profiles", "assignedProfiles")
                .ifPresent(list -> all.read(
                        list,
                        "profile with this id or name",
                        text -> directory.names().profile(text).map(id -> new Assignment.OfProfile(id, null))));
        return List.copyOf(all.assignments);
    }

    /** Whether a value can be an id or a name; if not, it is reported. */
    static boolean isNameOrReported(SetupValue value) {
        boolean name = value.node().isTextual() && !value.text().isBlank();
        if (!name) {
            value.noCounterpart("not understood; write an id or a name");
        }
        return name;
    }

    private void read(SetupValue list, String what, Function<String, Optional<? extends Assignment>> lookUp) {
        for (SetupValue item : list.items()) {
            if (isNameOrReported(item)) {
                readOne(item, what, lookUp);
            }
        }
    }

    private void readOne(SetupValue item, String what, Function<String, Optional<? extends Assignment>> lookUp) {
        try {
            lookUp.apply(item.text())
                    .ifPresentOrElse(
                            assignment -> add(item, assignment),
                            () -> item.noCounterpart(
                                    "the directory has no " + what + "; correct it, or assign by hand"));
        } catch (IllegalArgumentException ambiguous) {
            item.noCounterpart(String.valueOf(ambiguous.getMessage()));
        }
    }

    private void add(SetupValue item, Assignment assignment) {
        if (targets.add(assignment.kind() + " " + assignment.targetId())) {
            assignments.add(assignment);
            item.takenOver();
        } else {
            item.differs("listed twice, assigned once");
        }
    }
}
