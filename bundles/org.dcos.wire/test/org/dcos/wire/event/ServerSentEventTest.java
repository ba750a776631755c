package org.dcos.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.event.NumberedEvent;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.Test;

class ServerSentEventTest {

    private static final NumberedEvent EVENT = new NumberedEvent(42, Instant.EPOCH,
            new DomainEvent.BmcDeleted(new UUID(1, 2)));

    @Test
    void a_frame_has_number_kind_and_the_whole_event_on_one_line() {
        assertThat(ServerSentEvent.frame(EVENT).lines()).hasSize(3);
        assertThat(ServerSentEvent.frame(EVENT)).startsWith("id: 42\nevent: bmc-deleted\ndata: {\"sequence\":42,");
    }

    @Test
    void reads_back_what_it_wrote() throws Invalid {
        ServerSentEvent parsed = ServerSentEvent.parse(ServerSentEvent.frame(EVENT));
        assertThat(parsed.id()).isEqualTo(OptionalLong.of(42));
        assertThat(parsed.name()).isEqualTo("bmc-deleted");
        assertThat(parsed.event()).hasValue(EVENT);
    }

    @Test
    void comments_and_unknown_fields_are_no_events() throws Invalid {
        assertThat(ServerSentEvent.parse(ServerSentEvent.HEARTBEAT).event()).isEmpty();
        assertThat(ServerSentEvent.parse("retry: 5\nfuture: x\n: hello\nid").event()).isEmpty();
    }

    @Test
    void data_on_several_lines_is_joined() {
        assertThat(ServerSentEvent.parse("data:a\ndata: b\ndata").data()).isEqualTo("a\nb\n");
    }

    @Test
    void data_that_is_no_event_of_ours_is_told() {
        assertThatThrownBy(() -> ServerSentEvent
                .parse("data: {\"sequence\":1,\"at\":\"1970-01-01T00:00:00Z\",\"event\":{\"type\":\"x\"}}").event())
                        .isInstanceOf(Invalid.class).hasMessageContaining("event.type");
    }
}
