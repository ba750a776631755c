package org.dcos.ui.model.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.dcos.domain.monitor.CollectionSettings;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionFormTest {

    private final Texts texts = Texts.load(Locale.ENGLISH);

    @Test
    void the_settings_come_back_as_they_were() {
        var form = CollectionForm.of(CollectionSettings.DEFAULT);

        assertThat(form.problem(texts)).isEmpty();
        assertThat(form.settings()).isEqualTo(CollectionSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 512, 90, power state", "3601, 60, 512, 90, power state", "30, 1, 512, 90, sensors are read",
        "30, x, 512, 90, sensors are read", "30, 60, 5000, 90, at the same time", "30, 60, 512, 0, 1826 days"})
    void what_is_out_of_range_is_named_with_the_range(String power, String sensors, String most, String days,
            String told) {
        assertThat(new CollectionForm(power, sensors, most, days).problem(texts)).contains(told);
    }
}
