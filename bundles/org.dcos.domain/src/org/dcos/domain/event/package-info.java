/** What happens, as it happens. */
package org.dcos.domain.event;
