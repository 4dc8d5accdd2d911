package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.Reason;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUserId;
import org.jspecify.annotations.Nullable;

/** Changes: objects whose member {@code change} says which case they are. */
final class UserChangeJson {

    private UserChangeJson() {}

    static void write(UserChange change, ObjectNode into) {
        into.put("change", Spelling.of(change.kind()));
        into.put("user", change.user().value());
        @Nullable EngagementUserId target = change.target();
        if (target != null) {
            into.put("target", target.value());
        }
        if (change instanceof UserChange.Update update) {
            ValuesJson.write(update.difference(), into.putObject("difference"));
        } else if (change instanceof UserChange.Create create) {
            ValuesJson.write(create.values(), into.putObject("values"));
        } else if (change instanceof UserChange.Restore restore) {
            ValuesJson.write(restore.values(), into.putObject("values"));
        } else if (change instanceof UserChange.Recycle recycle) {
            ValuesJson.write(recycle.values(), into.putObject("values"));
        }
        ReasonJson.write(change.reason(), into.putObject("reason"));
    }

    static UserChange read(Place place) {
        place.only("change", "user", "target", "difference", "values", "reason");
        UserWriteKind kind = place.get("change").constant(UserWriteKind.class);
        Place userPlace = place.get("user");
        UserId user = userPlace.build(() -> new UserId(userPlace.text()));
        Reason reason = ReasonJson.read(place.get("reason"));
        return place.build(() -> switch (kind) {
            case CREATE -> new UserChange.Create(user, ValuesJson.readValues(place.get("values")), reason);
            case UPDATE ->
                new UserChange.Update(
                        user, target(place.get("target")), ValuesJson.readDifference(place.get("difference")), reason);
            case RESTORE ->
                new UserChange.Restore(
                        user, target(place.get("target")), ValuesJson.readValues(place.get("values")), reason);
            case RECYCLE ->
                new UserChange.Recycle(
                        user,
                        place.find("target").map(UserChangeJson::target).orElse(null),
                        ValuesJson.readValues(place.get("values")),
                        reason);
        });
    }

    static EngagementUserId target(Place place) {
        return place.build(() -> new EngagementUserId(place.text()));
    }
}
