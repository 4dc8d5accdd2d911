package io.github.crosstie.engagement.memory;

import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a program's writes, or says by which code they are refused. */
final class WriteDesk {

    private WriteDesk() {}

    static UserWriteOutcome write(UserTable table, UserWrite write, Instant now) {
        if (write instanceof UserWrite.Create create) {
            return create(table, create.values(), now);
        }
        if (write instanceof UserWrite.Update update) {
            return update(table, update, now);
        }
        return write instanceof UserWrite.Recycle recycle
                ? recycle(table, recycle.id(), now)
                : restore(table, ((UserWrite.Restore) write).id(), now);
    }

    private static UserWriteOutcome create(UserTable table, UserValues values, Instant now) {
        @Nullable EngagementCode refusal = table.refusal(null, values);
        if (refusal != null) {
            return refusal.outcome();
        }
        EngagementUserId id = table.nextId();
        table.put(new EngagementUser(id, false, values), now);
        return new UserWriteOutcome.Written(id);
    }

    private static UserWriteOutcome update(UserTable table, UserWrite.Update update, Instant now) {
        Optional<EngagementUser> found = table.find(update.id());
        if (found.isEmpty()) {
            return EngagementCode.BAD_USER_ID.outcome();
        }
        EngagementUser before = found.get();
        if (before.recycled()) {
            return EngagementCode.RECYCLED.outcome();
        }
        if (!update.difference().startsFrom(before.values())) {
            return new UserWriteOutcome.Conflict(before);
        }
        UserValues values = update.difference().applyTo(before.values());
        @Nullable EngagementCode refusal = table.refusal(before.id(), values);
        return refusal != null
                ? refusal.outcome()
                : put(table, before, new EngagementUser(before.id(), false, values), now);
    }

    private static UserWriteOutcome recycle(UserTable table, EngagementUserId id, Instant now) {
        Optional<EngagementUser> found = table.find(id);
        return found.isEmpty()
                ? EngagementCode.NOT_FOUND_OR_RECYCLED.outcome()
                : put(table, found.get(), found.get().recycled(true), now);
    }

    private static UserWriteOutcome restore(UserTable table, EngagementUserId id, Instant now) {
        Optional<EngagementUser> found = table.find(id);
        return found.isEmpty()
                ? EngagementCode.NOT_FOUND.outcome()
                : put(table, found.get(), found.get().recycled(false), now);
    }

    private static UserWriteOutcome put(UserTable table, EngagementUser before, EngagementUser after, Instant now) {
        if (table.endsAdministrators(before, after)) {
            return EngagementCode.NO_ADMINISTRATOR.outcome();
        }
        table.put(after, now);
        return new UserWriteOutcome.Written(after.id());
    }
}
