package io.github.crosstie.testkit;

import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.state.StateStore;

class InMemoryStateStoreContractTest extends StateStoreContract {

    @Override
    protected StateStore open() {
        return InMemoryStateStore.create();
    }
}
