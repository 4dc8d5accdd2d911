package io.github.crosstie.testkit;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.CursorExpiredException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Endpoints that break what is promised of listings, changes and cursors. */
final class ListingMutants {

    private ListingMutants() {}

    /** Tells less than there is. */
    private abstract static class ChangesPages extends SpoiledContract {
        abstract List<Change> told(List<Change> changes, boolean listing);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor);
                    return new ChangePage(
                            told(page.changes(), cursor == null), page.next(), page.more(), page.complete());
                }
            };
        }
    }

    static final class ForgetsAChange extends ChangesPages {
        @Override
        List<Change> told(List<Change> changes, boolean listing) {
            return listing || changes.isEmpty() ? changes : changes.subList(1, changes.size());
        }
    }

    static final class ForgetsDeletions extends ChangesPages {
        @Override
        List<Change> told(List<Change> changes, boolean listing) {
            return changes.stream().filter(Change.Upserted.class::isInstance).toList();
        }
    }

    static final class MissesChangesWhileListing extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private boolean listing;

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    listing |= cursor == null;
                    ChangePage page = sound.changes(cursor);
                    if (!listing || page.more()) {
                        return page;
                    }
                    listing = false;
                    Cursor newest = page.next();
                    for (ChangePage last = sound.changes(newest); ; last = sound.changes(newest)) {
                        newest = last.next();
                        if (!last.more()) {
                            return new ChangePage(page.changes(), newest, false, page.complete());
                        }
                    }
                }
            };
        }
    }

    static final class EndsAfterOnePage extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor);
                    return cursor == null ? new ChangePage(page.changes(), page.next(), false, true) : page;
                }
            };
        }
    }

    static final class RemembersThePlaceItself extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private @Nullable Cursor place;

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    ChangePage page = sound.changes(cursor == null ? null : place);
                    place = page.next();
                    return page;
                }
            };
        }
    }

    static final class KeepsItsCursorsInMemory extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private final Map<String, Cursor> given = new HashMap<>();

                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    Cursor known = cursor == null
                            ? null
                            : Objects.requireNonNull(given.get(cursor.value()), "a cursor of mine");
                    ChangePage page = sound.changes(known);
                    String name = "cursor-" + given.size();
                    given.put(name, page.next());
                    return new ChangePage(page.changes(), new Cursor(name), page.more(), page.complete());
                }
            };
        }
    }

    static final class TakesExpiredCursors extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public ChangePage changes(@Nullable Cursor cursor) {
                    try {
                        return sound.changes(cursor);
                    } catch (CursorExpiredException expired) {
                        return sound.changes(null);
                    }
                }
            };
        }
    }
}
