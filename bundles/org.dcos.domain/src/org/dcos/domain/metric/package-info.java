/** Series of samples over time. */
package org.dcos.domain.metric;
