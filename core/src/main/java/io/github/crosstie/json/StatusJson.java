package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.report.Cause;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.FlowSummary;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.StatusSummary;
import io.github.crosstie.report.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How users and organizations fare, as JSON documents for other programs (S18). Ids, stages, numbers and reasons; no personal data.
 *
 * <p>Of a user: {@code version}, {@code at}, {@code organization}, {@code user}, {@code configuration}, {@code stage} (the worst),
 * {@code lagSeconds} (the greatest), {@code reason} (why nothing flows), and {@code flows}, each with {@code kind},
 * {@code direction}, {@code stage}, {@code lastSuccess}, {@code oldestUnapplied}, {@code lagSeconds}, {@code nextDue}, {@code
 * counts} and {@code reason}. Of an organization: {@code version}, {@code at}, {@code organization}, a {@code summary} of all, one for
 * each of the {@code configurations}, the {@code causes}, and the {@code users}. A summary has {@code users}, {@code stages} with the
 * number of users at each, and {@code flows} as above, with {@code stages} and the {@code worst} in place of a stage.
 *
 * <p>A member without a value is left out. Constants are written in lower camel case, moments as in ISO 8601, durations in whole seconds.
 * Equal values give equal texts, byte for byte. Stateless and thread-safe.
 */
@Incubating
public final class StatusJson {

    /** The version of the form that is written. */
    public static final int VERSION = 1;

    private StatusJson() {}

    /**
     * Writes how a user fares.
     *
     * @param status the status
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(UserStatus status) {
        ObjectNode root = document(status.at());
        root.put("organization", status.organization().value());
        user(status, root);
        return JsonText.print(root);
    }

    /**
     * Writes how an organization fares.
     *
     * @param status the status
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(OrganizationStatus status) {
        ObjectNode root = document(status.at());
        root.put("organization", status.organization().value());
        summary(status.summary(), status.at(), root.putObject("summary"));
        ArrayNode configurations = root.putArray("configurations");
        status.configurations().forEach((id, sum) -> {
            ObjectNode one = configurations.addObject().put("configuration", id.value());
            summary(sum, status.at(), one);
        });
        ArrayNode causes = root.putArray("causes");
        Cause.of(status.users()).forEach(cause -> cause(cause, causes.addObject()));
        ArrayNode users = root.putArray("users");
        status.users().forEach(each -> user(each, users.addObject()));
        return JsonText.print(root);
    }

    private static ObjectNode document(Instant at) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        moment("at", at, root);
        return root;
    }

    private static void user(UserStatus status, ObjectNode into) {
        into.put("user", status.user().value());
        if (status.configuration() != null) {
            into.put("configuration", status.configuration().value());
        }
        status.worst().ifPresent(stage -> into.put("stage", Spelling.of(stage)));
        lag(status.lag(), into);
        reason(status.reason(), into);
        ArrayNode flows = into.putArray("flows");
        status.flows().forEach(flow -> flow(flow, status.at(), flows.addObject()));
    }

    private static void flow(FlowStatus flow, Instant now, ObjectNode into) {
        into.put("kind", Spelling.of(flow.kind()));
        into.put("direction", Spelling.of(flow.direction()));
        into.put("stage", Spelling.of(flow.stage()));
        moment("lastSuccess", flow.lastSuccess(), into);
        moment("oldestUnapplied", flow.oldestUnapplied(), into);
        lag(flow.lag(now), into);
        moment("nextDue", flow.nextDue(), into);
        counts(flow.counts(), into.putObject("counts"));
        reason(flow.reason(), into);
    }

    private static void summary(StatusSummary sum, Instant now, ObjectNode into) {
        into.put("users", sum.users());
        stages(sum.stages(), into.putObject("stages"));
        ArrayNode flows = into.putArray("flows");
        sum.flows().forEach(flow -> flow(flow, now, flows.addObject()));
    }

    private static void flow(FlowSummary flow, Instant now, ObjectNode into) {
        into.put("kind", Spelling.of(flow.kind()));
        into.put("direction", Spelling.of(flow.direction()));
        into.put("worst", Spelling.of(flow.worst()));
        stages(flow.stages(), into.putObject("stages"));
        moment("lastSuccess", flow.lastSuccess(), into);
        moment("oldestUnapplied", flow.oldestUnapplied(), into);
        lag(flow.lag(now), into);
        moment("nextDue", flow.nextDue(), into);
        counts(flow.counts(), into.putObject("counts"));
    }

    private static void cause(Cause cause, ObjectNode into) {
        into.put("stage", Spelling.of(cause.stage()));
        into.put("reason", cause.reason());
        List<String> users =
                cause.users().stream().map(each -> each.user().value()).toList();
        ArrayNode ids = into.putArray("users");
        users.forEach(ids::add);
    }

    private static void stages(Map<Stage, Integer> stages, ObjectNode into) {
        stages.forEach((stage, users) -> into.put(Spelling.of(stage), users));
    }

    private static void counts(FlowCounts counts, ObjectNode into) {
        into.put("linked", counts.linked())
                .put("unapplied", counts.unapplied())
                .put("quarantined", counts.quarantined())
                .put("held", counts.held())
                .put("atCap", counts.atCap())
                .put("wouldNotify", counts.wouldNotify());
    }

    private static void moment(String name, @Nullable Instant moment, ObjectNode into) {
        if (moment != null) {
            into.put(name, moment.toString());
        }
    }

    private static void lag(Optional<Duration> lag, ObjectNode into) {
        lag.ifPresent(duration -> into.put("lagSeconds", duration.toSeconds()));
    }

    private static void reason(String reason, ObjectNode into) {
        if (!reason.isEmpty()) {
            into.put("reason", reason);
        }
    }
}
