package org.dcos.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;

import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.domain.problem.Invalid;
import org.junit.jupiter.api.Test;

class SettingsRulesTest {

    @Test
    void takes_the_defaults() {
        assertThatCode(() -> SettingsRules.check(CollectionSettings.DEFAULT)).doesNotThrowAnyException();
    }

    @Test
    void names_every_value_out_of_range() {
        var invalid = catchThrowableOfType(Invalid.class,
                () -> SettingsRules.check(new CollectionSettings(Duration.ofMillis(10),
                        Duration.ofDays(2), 0, Duration.ofDays(4_000))));

        assertThat(invalid.violations()).extracting(Invalid.Violation::field)
                .containsExactly("powerInterval", "sensorInterval", "retention", "maxConversations");
        assertThat(invalid.violations().getFirst().message()).isEqualTo("10 ms is not between 1 s and 1 hour.");
    }

    @Test
    void settings_come_back_from_their_texts() {
        var settings = new CollectionSettings(Duration.ofMillis(1_500), Duration.ofHours(2), 7, Duration.ofDays(400));

        assertThat(CollectionSettings.of(settings.values())).isEqualTo(settings);
    }
}
