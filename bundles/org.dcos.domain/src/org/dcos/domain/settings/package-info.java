/** Small settings of services. */
package org.dcos.domain.settings;
