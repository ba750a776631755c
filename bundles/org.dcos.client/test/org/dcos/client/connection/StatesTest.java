package org.dcos.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.connection.ConnectionState;
import org.junit.jupiter.api.Test;

class StatesTest {

    private final States states = new States();

    @Test
    void a_listener_hears_the_present_state_and_every_change_until_it_leaves() throws Exception {
        List<ConnectionState> heard = new ArrayList<>();
        states.set(new ConnectionState.Connecting(1));
        try (AutoCloseable _ = states.listen(heard::add)) {
            states.set(new ConnectionState.Connecting(2));
        }
        states.set(new ConnectionState.Closed());
        assertThat(heard).containsExactly(new ConnectionState.Connecting(1), new ConnectionState.Connecting(2));
    }

    @Test
    void a_listener_that_throws_does_not_keep_the_others_from_hearing() {
        List<ConnectionState> heard = new ArrayList<>();
        states.listen(_ -> {
            throw new IllegalStateException("a bug in a view, as this test wants it");
        });
        states.listen(heard::add);
        states.set(new ConnectionState.Connecting(1));
        assertThat(heard).endsWith(new ConnectionState.Connecting(1));
    }
}
