import { forwardRef } from 'react';
import type { ButtonHTMLAttributes } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> { look?: 'default' | 'primary' | 'danger' | 'link'; icon?: IconName; isBusy?: boolean; 'data-first'?: boolean }

/** The one button; while busy it stays focusable and ignores clicks, so that a double click acts once. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ look = 'default', icon, isBusy = false, children, onClick, className, type = 'button', ...rest }, ref) {
  return (
    <button {...rest} ref={ref} type={type} className={`button button-${look}${className === undefined ? '' : ` ${className}`}`} aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}>
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon === undefined ? null : <Icon name={icon} size={16} />}
      <span>{children}</span>
    </button>
  );
});
