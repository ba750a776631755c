/** Who did what, when, why and from where. */
package org.dcos.domain.audit;
