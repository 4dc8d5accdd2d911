package io.github.crosstie.engagement.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.plan.SetRoute;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change in one line. Of values it shows the role alone: the others are personal data. */
final class ChangePhrase {

    private ChangePhrase() {}

    static String of(UserChange change) {
        return Spelling.of(change.kind()) + " user " + change.user() + what(change)
                + (change.changesEmailAddress() ? " (!)" : "") + ": "
                + change.reason().text() + " (" + change.reason().rule() + ")" + routes(change);
    }

    private static String what(UserChange change) {
        if (change instanceof UserChange.Create create) {
            return create.values()
                    .get(UserField.ROLE)
                    .map(role -> " as " + role)
                    .orElse("");
        }
        if (change instanceof UserChange.Update update) {
            String fields = update.difference().changes().keySet().stream()
                    .map(Spelling::of)
                    .collect(Collectors.joining(", "));
            @Nullable ValueChange role = update.difference().changes().get(UserField.ROLE);
            return ", " + fields + (role == null ? "" : " from " + role.before() + " to " + role.after());
        }
        return "";
    }

    private static String routes(UserChange change) {
        List<SetRoute> routes = change.reason().routes();
        return routes.isEmpty()
                ? ""
                : routes.stream().map(SetRoute::toString).collect(Collectors.joining("; ", " [", "]"));
    }
}
