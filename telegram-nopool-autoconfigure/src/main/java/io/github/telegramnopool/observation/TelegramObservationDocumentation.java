// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of a bot.
 *
 * @since 0.1.0
 */
public enum TelegramObservationDocumentation implements ObservationDocumentation {

	/**
	 * A call of the Bot API with all of its tries, whoever makes it. Its parent is what
	 * the caller is observed by, such as an update. The poller's requests are none.
	 */
	CALL {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultCallObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return CallKeys.values();
		}

	},

	/**
	 * The handling of an update by all of its listeners and of what they return. Has no
	 * parent.
	 */
	UPDATE {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultUpdateObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return UpdateKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return UpdateHighKeys.values();
		}

	};

	/**
	 * Key names of a call.
	 */
	public enum CallKeys implements KeyName {

		/**
		 * Name of the bot in the configuration.
		 */
		BOT {

			@Override
			public String asString() {
				return "bot";
			}

		},

		/**
		 * Name of the Bot API method, or {@code download}.
		 */
		METHOD {

			@Override
			public String asString() {
				return "method";
			}

		},

		/**
		 * How the call has ended: {@code success}, {@code refused}, {@code not_sent},
		 * {@code unknown}, {@code cancelled} or {@code error}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		},

		/**
		 * How far the last try came: {@code waiting}, {@code dns}, {@code tcp},
		 * {@code proxy}, {@code tls}, {@code request} or {@code response}.
		 */
		PHASE {

			@Override
			public String asString() {
				return "phase";
			}

		}

	}

	/**
	 * Key names of an update.
	 */
	public enum UpdateKeys implements KeyName {

		/**
		 * Name of the bot in the configuration.
		 */
		BOT {

			@Override
			public String asString() {
				return "bot";
			}

		},

		/**
		 * Kind of update as Telegram calls it, {@code unknown} or {@code unreadable}.
		 */
		KIND {

			@Override
			public String asString() {
				return "kind";
			}

		},

		/**
		 * How the handling has ended: {@code handled}, {@code failed}, {@code unreadable}
		 * or {@code abandoned}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		}

	}

	/**
	 * Key names of an update whose values are many.
	 */
	public enum UpdateHighKeys implements KeyName {

		/**
		 * Identifier of the update.
		 */
		ID {

			@Override
			public String asString() {
				return "telegram.update.id";
			}

		}

	}

}
