package io.github.crosstie.examples;

import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.StateStore;
import java.nio.file.Path;
import java.util.Optional;

/** Where the engine keeps what it knows. */
interface EngineMemory {

    /** In this process, and gone with it. */
    static EngineMemory ofThisProcess() {
        StateStore store = InMemoryStateStore.create();
        return new EngineMemory() {
            @Override
            public StateStore open() {
                return store;
            }

            @Override
            public Optional<Path> file() {
                return Optional.empty();
            }
        };
    }

    /** A way to the state; each time to the same. */
    StateStore open();

    /** The file in which the state outlives the process; empty if it does not. */
    Optional<Path> file();
}
