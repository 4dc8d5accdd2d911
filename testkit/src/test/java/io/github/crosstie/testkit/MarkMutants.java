package io.github.crosstie.testkit;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Endpoints that break what is promised of marks. */
final class MarkMutants {

    private MarkMutants() {}

    static final class FoldsTheCaseOfMarks extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private final List<CorrelationTag> known = new ArrayList<>();

                @Override
                Write one(Write write) {
                    if (write instanceof Write.Create create) {
                        known.add(create.tag());
                    }
                    return write;
                }

                @Override
                public List<Tagged> find(Collection<CorrelationTag> tags) {
                    List<CorrelationTag> alike = known.stream()
                            .filter(tag -> tags.stream()
                                    .anyMatch(wanted -> wanted.value().equalsIgnoreCase(tag.value())))
                            .toList();
                    return sound.find(alike);
                }
            };
        }
    }

    /** Stores and looks up marks in another form. */
    private abstract static class ChangesMarks extends SpoiledContract {
        abstract String changed(String mark);

        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                private CorrelationTag stored(CorrelationTag tag) {
                    return new CorrelationTag(changed(tag.value()));
                }

                @Override
                Write one(Write write) {
                    return write instanceof Write.Create create
                            ? new Write.Create(stored(create.tag()), create.idempotencyKey(), create.item())
                            : write;
                }

                @Override
                public List<Tagged> find(Collection<CorrelationTag> tags) {
                    return sound.find(tags.stream().map(this::stored).toList());
                }
            };
        }
    }

    static final class CutsMarks extends ChangesMarks {
        @Override
        String changed(String mark) {
            return mark.substring(0, Math.min(128, mark.length()));
        }
    }

    static final class StripsMarks extends ChangesMarks {
        @Override
        String changed(String mark) {
            return mark.replaceAll("[^A-Za-z0-9/ -]", "_");
        }
    }

    static final class HidesTheEarlierMark extends SpoiledContract {
        @Override
        Endpoint spoiled(Endpoint sound) {
            return new MutantEndpoint(sound) {
                @Override
                public List<WriteOutcome> write(List<Write> writes) {
                    return sound.write(writes).stream()
                            .map(outcome -> outcome instanceof WriteOutcome.Written written
                                    ? new WriteOutcome.Written(written.id(), written.version())
                                    : outcome)
                            .toList();
                }
            };
        }
    }
}
