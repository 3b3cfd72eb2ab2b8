export { NumberCell as Cell, NumberField as Input } from '../../client/widgets/number-field.tsx';
