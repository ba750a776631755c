package org.dcos.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class BundlesTest {

    @Test
    void every_bundle_of_ours_resolves_in_the_framework() {
        Bundle[] all = FrameworkUtil.getBundle(BundlesTest.class).getBundleContext().getBundles();

        var ours = Arrays.stream(all).filter(bundle -> bundle.getSymbolicName().startsWith("org.dcos.")).toList();

        assertThat(ours).extracting(Bundle::getSymbolicName).contains("org.dcos.domain", "org.dcos.server.gateway");
        assertThat(ours).allSatisfy(bundle -> assertThat(bundle.getState())
                .as("state of %s", bundle.getSymbolicName()).isGreaterThanOrEqualTo(Bundle.RESOLVED));
    }
}
