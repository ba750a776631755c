package org.dcos.ui.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.dcos.domain.eventlog.EventLogSettings;
import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionFormTest {

    private final Texts texts = Texts.load(Locale.ENGLISH);

    @Test
    void the_settings_come_back_as_they_were() {
        var form = CollectionForm.of(CollectionSettings.DEFAULT, EventLogSettings.DEFAULT);

        assertThat(form.problem(texts)).isEmpty();
        assertThat(form.settings()).isEqualTo(CollectionSettings.DEFAULT);
        assertThat(form.logSettings()).isEqualTo(EventLogSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 512, 90, 600, 365, power state", "3601, 60, 512, 90, 600, 365, power state",
        "30, 1, 512, 90, 600, 365, sensors are read", "30, x, 512, 90, 600, 365, sensors are read",
        "30, 60, 5000, 90, 600, 365, at the same time", "30, 60, 512, 0, 600, 365, 1826 days",
        "30, 60, 512, 90, 9, 365, looked at every", "30, 60, 512, 90, 600, 4000, 3653 days"})
    void what_is_out_of_range_is_named_with_the_range(String power, String sensors, String most, String days,
            String logs, String logDays, String told) {
        assertThat(new CollectionForm(power, sensors, most, days, logs, logDays, false).problem(texts)).contains(told);
    }
}
